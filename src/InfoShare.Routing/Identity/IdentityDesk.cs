using InfoShare.ChildIndex.Deciding;
using InfoShare.ChildIndex.Normalising;
using InfoShare.Policy;
using InfoShare.Routing.Children;
using InfoShare.Routing.Facts;
using InfoShare.Routing.Intake;
using InfoShare.Storage;
using InfoShare.Storage.Audit;
using InfoShare.Storage.Children;
using InfoShare.Vault;

namespace InfoShare.Routing.Identity;

/// <summary>Takes what identity reviewers say. One transaction each; whatever is decided can be undone, and says whom it reached.</summary>
public sealed class IdentityDesk
{
    private readonly RoutingContext routing;
    private readonly Operators operators;
    private readonly Links links;

    internal IdentityDesk(RoutingContext routing) => (this.routing, operators, links) = (routing, new(routing.Store), new(routing));

    /// <summary>Shows both records of a question; that somebody looked is on record before they see it.</summary>
    public Task<IdentityAnswer> LookAsync(IdentityLook asked) => routing.Store.WriteAsync(scope => For(scope, asked.By, asked.Review, (review, by) =>
    {
        Audit(scope, "identity-looked", review.Review, $"by:{by}");
        List<RecordSide> sides = [.. new[] { review.Record, review.Other }.Select(scope.FindRecord).OfType<RecordRow>().Select(record => SideOf(scope, record))];
        return new(
            null, [.. sides.Select(side => side with { Person = side.Person is null ? null : side.Person with { Addresses = [] } })],
            sides is [{ Person: { } one }, { Person: { } other }] ? Compare(one, other) : []);
    }));

    /// <summary>Two records are of one child, or of two.</summary>
    public Task<IdentityAnswer> DecideAsync(IdentityDecide asked) => routing.Store.WriteAsync(scope => For(scope, asked.By, asked.Review, (review, by) =>
    {
        if (scope.FindRecord(review.Record) is not { } record || scope.FindRecord(review.Other) is not { } other)
            return new("one of the records is no longer there");
        if (asked.Outcome is IdentityOutcome.Different)
            return record.ChildToken == other.ChildToken
                ? new("both are linked to one child: unlink one of them")
                : Decided(scope, review, asked.Outcome, by, record.ChildToken, 0);
        if (record.ChildToken == other.ChildToken)
            return Decided(scope, review, asked.Outcome, by, record.ChildToken, 0);

        List<RecordRow> all = [.. scope.RecordsOf(record.ChildToken), .. scope.RecordsOf(other.ChildToken)];
        if (Links.Obstacle(all) is { } obstacle)
            return new(obstacle);
        var (child, shared) = links.Join(scope, all, $"review:{review.Review}");
        return Decided(scope, review, asked.Outcome, by, child, shared);
    }));

    /// <summary>A record was linked to the wrong child.</summary>
    public Task<IdentityAnswer> UnlinkAsync(IdentityUnlink asked) => routing.Store.WriteAsync(scope =>
    {
        if (EmergencyRules.ProblemOfName(asked.By) is { } problem)
            return new(problem);
        if (scope.FindRecord(asked.Record) is not { } record)
            return new("there is no such record");
        var others = Links.OthersOf(scope, record);
        if (others.Count == 0)
            return new("it is linked to no other record");

        var by = operators.TokenOf(scope, asked.By);
        foreach (var other in others)
        {
            var review = Reviews.Question(routing, record.Record, other.Record, "unlinked");
            scope.Open(review);
            scope.Decide(review.Review, Coded.Word(IdentityOutcome.Different), by, routing.Now.ToMicroseconds());
        }

        Audit(scope, "identity-unlinked", record.Record, $"{record.ChildToken} by:{by}");
        var (child, shared, received) = links.Part(scope, record, others);
        return new IdentityAnswer(null, ChildToken: child, Shared: shared, Received: received);
    });

    private IdentityAnswer For(WriteScope scope, string by, string review, Func<IdentityReviewRow, string, IdentityAnswer> act)
    {
        if (EmergencyRules.ProblemOfName(by) is { } problem)
            return new(problem);
        return scope.FindReview(review) is { } found ? act(found, operators.TokenOf(scope, by)) : new("there is no such question");
    }

    private IdentityAnswer Decided(WriteScope scope, IdentityReviewRow review, IdentityOutcome outcome, string by, string child, int shared)
    {
        var word = Coded.Word(outcome);
        scope.Decide(review.Review, word, by, routing.Now.ToMicroseconds());
        Audit(scope, "identity-decided", review.Review, $"{word} by:{by}");
        return new(null, ChildToken: child, Shared: shared);
    }

    private static List<ComparedField> Compare(ToldPerson one, ToldPerson other) =>
        [.. LinkModel.Shipped.Explain(Profile.Of(one.ToDetails()), Profile.Of(other.ToDetails())).Fields.Select(field => new ComparedField($"{field.Field}", $"{field.Agreement}", field.Bits))];

    private static RecordSide SideOf(ReadScope scope, RecordRow record) => new(
        record.Record, record.Source, Instants.FromMicroseconds(record.FirstSeen), Instants.FromMicroseconds(record.ToldAt),
        scope.DetailsOf(record) is { } details ? ToldPerson.Read(details) : null);

    private void Audit(WriteScope scope, string kind, string about, string detail) => scope.Audit(routing.Settings.Writer, routing.Now, kind, about, detail);
}
