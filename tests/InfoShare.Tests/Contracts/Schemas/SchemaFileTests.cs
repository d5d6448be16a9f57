using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using InfoShare.Contracts.Wire;
using Xunit;

namespace InfoShare.Tests.Contracts.Schemas;

/// <summary>The schemas that are checked in are those that the records make. INFOSHARE_WRITE_SCHEMAS=1 writes them.</summary>
public sealed class SchemaFileTests
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly bool Write = Environment.GetEnvironmentVariable("INFOSHARE_WRITE_SCHEMAS") == "1";

    [Theory, MemberData(nameof(ContractFiles.Names), MemberType = typeof(ContractFiles))]
    public void A_schema_that_is_checked_in_is_the_one_its_record_makes(string name)
    {
        var type = ContractFiles.Named(name);
        var made = MessageSchema.Of(type).ToJsonString(Layout) + "\n";
        if (Write)
            File.WriteAllText(ContractFiles.Schema(type), made);

        Assert.Equal(made, File.ReadAllText(ContractFiles.Schema(type)));
    }

    [Fact]
    public void There_is_a_schema_and_an_example_for_each_message_type_and_none_besides()
    {
        Assert.Equal(FileNames(MessageTypes.All.Select(ContractFiles.Schema)), FileNames(System.IO.Directory.GetFiles(ContractFiles.Schemas)));
        Assert.Equal(FileNames(MessageTypes.All.Select(ContractFiles.Example)), FileNames(System.IO.Directory.GetFiles(ContractFiles.Examples)));
    }

    [Fact]
    public void A_schema_says_what_a_field_means_and_how_long_it_may_be()
    {
        var identifier = MessageSchema.Of(MessageTypes.ConcernRaised)["$defs"]!["Identifier"]!;

        Assert.Equal(["system", "value"], identifier["required"]!.AsArray().Select(n => n!.GetValue<string>()));
        Assert.Equal(40, (int)identifier["properties"]!["value"]!["maxLength"]!);
        Assert.StartsWith("The number as given", (string?)identifier["properties"]!["value"]!["description"], StringComparison.Ordinal);
        Assert.Null(identifier["additionalProperties"]);
    }

    private static IEnumerable<string?> FileNames(IEnumerable<string> paths) => paths.Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
