using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Tests.Properties.Generators;
using InfoShare.Policy.Tests.Reference;

namespace InfoShare.Policy.Tests.Properties;

/// <summary>The engine and the reference read the texts of extension values with code of their own.</summary>
public sealed class ExtensionTextTests
{
    [Fact]
    public void Decimals_are_read_alike() => Alike(ExtensionTexts.Decimal, CedarDecimal.Parse, ReferenceDecimal.Parse);

    [Fact]
    public void Addresses_are_read_alike() => Alike(ExtensionTexts.IpAddress, CedarIpAddress.Parse, ReferenceIpAddress.Parse);

    [Fact]
    public void Instants_are_read_alike() => Alike(ExtensionTexts.DateTime, CedarDateTime.Parse, ReferenceDateTime.Parse);

    [Fact]
    public void Durations_are_read_alike() => Alike(ExtensionTexts.Duration, CedarDuration.Parse, ReferenceDuration.Parse);

    private static void Alike<T>(Gen<string> texts, Func<string, T?> engine, Func<string, T?> reference) where T : CedarValue =>
        Prop.ForAll(texts.ToArbitrary(), text => Assert.Equal(reference(text), engine(text))).Check(Runs.Cheap);
}
