using System.Globalization;
using InfoShare.Cli.Commands;
using InfoShare.Cli.Desks;
using InfoShare.Routing.Children;
using InfoShare.Routing.Identity;

namespace InfoShare.Cli.Identity;

/// <summary>Runs <c>infoshare identity look</c>, <c>decide</c> and <c>unlink</c>: exit code 0 when it is on record.</summary>
public sealed class IdentityRun(TextWriter output, TextWriter error)
{
    public Task<int> LookAsync(IdentityLookOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return AskAsync(options.Place, DeskEndpoints.IdentityLook, new IdentityLook(options.Review, options.By), answer =>
        [
            .. (answer.Sides ?? []).SelectMany(Lines),
            .. (answer.Compared ?? []).Where(field => field.Bits != 0).Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Field,-12} {field.Agreement,-10} {field.Bits,8:+0.00;-0.00} bits")),
        ], cancellationToken);
    }

    public Task<int> DecideAsync(IdentityDecideOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return AskAsync(
            options.Place, DeskEndpoints.IdentityDecide, new IdentityDecide(options.Review, options.Outcome, options.By),
            answer => [options.Outcome is IdentityOutcome.Same ? $"both are of one child now; {Count(answer.Shared)} to recipients who were not asked before" : "they stay apart"], cancellationToken);
    }

    public Task<int> UnlinkAsync(IdentityUnlinkOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        return AskAsync(options.Place, DeskEndpoints.IdentityUnlink, new IdentityUnlink(options.Record, options.By), answer =>
        [
            $"the record is of a child of its own now; {Count(answer.Shared)} to recipients who were not asked before",
            .. (answer.Received ?? []).Select(one =>
                $"  {one.DeliveryId}  {one.Recipient}  {one.MessageType}  {one.State}  {(one.Through is { } through ? $"because of the link: {through}" : "would have gone without the link, and may tell of both as one")}"),
            $"{answer.Received?.Count ?? 0} have left or may have left while it stood; those that went because of the link are called back (incidents list)",
        ], cancellationToken);
    }

    private Task<int> AskAsync<T>(DeskPlace place, string path, T asked, Func<IdentityAnswer, IEnumerable<string>> words, CancellationToken cancellationToken) =>
        new DeskRun(output, error).RunAsync(place, path, asked, problem => new IdentityAnswer(problem), answer => answer.Problem, words, cancellationToken);

    private static IEnumerable<string> Lines(RecordSide side)
    {
        yield return $"record {side.Record} of {side.Source}, since {side.FirstSeen:yyyy-MM-dd}, last told {side.ToldAt:yyyy-MM-dd}";
        foreach (var line in side.Person is { } person ? Lines(person) : ["  says nothing of the child, or was erased"])
            yield return line;
    }

    private static IEnumerable<string> Lines(ToldPerson person)
    {
        foreach (var name in person.Names)
            yield return $"  name      {string.Join(' ', name.Given)} {name.Family}";
        if ((person.DateOfBirth ?? person.ExpectedDateOfBirth) is { } birth)
            yield return $"  {(person.DateOfBirth is null ? "expected " : "born     ")} {birth:yyyy-MM-dd}";
        foreach (var identifier in person.Identifiers)
            yield return $"  {identifier.System}  {identifier.Value}";
    }

    private static string Count(int shared) => shared == 1 ? "1 delivery goes" : $"{shared} deliveries go";
}
