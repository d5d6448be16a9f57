using InfoShare.Routing.Children;

namespace InfoShare.Routing.Identity;

/// <summary>An identity reviewer looks at two records side by side.</summary>
/// <param name="By">A post or an operator. Kept sealed; the audit has a hash.</param>
public sealed record IdentityLook(string Review, string By);

/// <summary>An identity reviewer says whether two records are of one child.</summary>
public sealed record IdentityDecide(string Review, IdentityOutcome Outcome, string By);

/// <summary>What a reviewer finds.</summary>
public enum IdentityOutcome
{
    /// <summary>Both are of one child.</summary>
    Same = 1,

    /// <summary>They are of two.</summary>
    Different,
}

/// <summary>An identity reviewer takes a record away from a child that it was linked to.</summary>
public sealed record IdentityUnlink(string Record, string By);

/// <summary>What became of a command about identity.</summary>
/// <param name="Problem">Why nothing was done; null: it was.</param>
/// <param name="Sides">After a look: what either record says, without addresses.</param>
/// <param name="Compared">After a look: how far they agree, in addresses as in all else; empty where one says nothing.</param>
/// <param name="ChildToken">After a decision or an unlinking: the child of the record.</param>
/// <param name="Shared">Deliveries that go now, to recipients who were not known before.</param>
/// <param name="Received">After an unlinking: who has received, or may have, what because of the link.</param>
public sealed record IdentityAnswer(
    string? Problem, IReadOnlyList<RecordSide>? Sides = null, IReadOnlyList<ComparedField>? Compared = null, string? ChildToken = null, int Shared = 0, IReadOnlyList<ReceivedByLink>? Received = null);

/// <summary>How far two records agree in a field. An address is compared and not shown: whoever looks may be the wrong reader for it.</summary>
/// <param name="Bits">Above 0: speaks for one child; below: for two.</param>
public sealed record ComparedField(string Field, string Agreement, double Bits);

/// <summary>One of two records.</summary>
/// <param name="Source">The organisation that keeps it, as <c>scheme/code</c>: whom to ask.</param>
/// <param name="Person">What it says; null: nothing, or it was erased.</param>
public sealed record RecordSide(string Record, string Source, DateTimeOffset FirstSeen, DateTimeOffset ToldAt, ToldPerson? Person);

/// <summary>A delivery that was made while a link stood.</summary>
/// <param name="Recipient"><c>organisation#role</c>.</param>
/// <param name="Through">How the link led to it: own-school, own-practice, allocated-team, area or agreement; null: it would have gone without, and may tell of both children as one.</param>
public sealed record ReceivedByLink(string DeliveryId, string Recipient, string MessageType, string State, string? Through);
