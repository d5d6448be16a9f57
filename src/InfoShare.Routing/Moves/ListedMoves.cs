using InfoShare.ChildIndex.Moves;
using InfoShare.Routing.Facts;
using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Storage.Moves;
using InfoShare.Storage.Transfers;
using InfoShare.Vault;

namespace InfoShare.Routing.Moves;

/// <summary>A move of a child, as several have told of it.</summary>
/// <param name="From">GSS code of the authority left; null: unknown.</param>
/// <param name="To">GSS code of the new one, or <c>restricted</c>; null: unknown.</param>
/// <param name="ShownBy">What has told of it, by whom.</param>
public sealed record ListedMove(string Child, string Kind, string? From, string? To, IReadOnlyList<ListedSignal> ShownBy)
{
    /// <summary>Stands for a place that must not be told.</summary>
    public const string Restricted = "restricted";

    /// <summary>The latest, by what was told last.</summary>
    /// <param name="most">Of what was told.</param>
    public static IEnumerable<ListedMove> Of(ReadScope scope, int most)
    {
        var rows = scope.LatestMoveSignals(0, most);
        return rows.GroupBy(row => row.ChildToken)
            .SelectMany(child => Signals.Together(child).Select(move => (Child: child.Key, Move: move, Rows: child.ToDictionary(row => Signals.IdOf(row.Sender, row.About)))))
            .OrderByDescending(one => one.Move.Signals[^1].At)
            .Select(one => Of(one.Child, one.Move, one.Rows, scope.AddressRestricted(one.Child)));
    }

    private static ListedMove Of(string child, JointMove move, Dictionary<string, MoveSignalRow> rows, bool restricted) => new(
        child, Coded.Word(move.Type), move.From, restricted && move.To is not null ? Restricted : move.To,
        [.. move.Signals.Select(signal => new ListedSignal(Coded.Word(signal.Signal), restricted ? rows[signal.Id].Source.Split('/')[0] : rows[signal.Id].Source, signal.Day))]);
}

/// <summary>What told of a move.</summary>
/// <param name="Source">The organisation; of a restricted move only what kind of code it has, such as <c>urn</c> for a school.</param>
public sealed record ListedSignal(string Signal, string Source, DateOnly On);

/// <summary>A child on the register of destinations unknown.</summary>
/// <param name="LostBy">The organisation that has said so.</param>
/// <param name="SeenBy">The organisation that has met it since; null: nobody.</param>
public sealed record ListedLost(string Child, string Since, string LostBy, string? From, DateTimeOffset? SeenAt, string? SeenBy, string? SeenMessage)
{
    public static ListedLost Of(ReadScope scope, LostRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.ChildToken, row.Since, row.Source, row.FromArea, row.SeenAt is { } seen ? Instants.FromMicroseconds(seen) : null,
            row.SeenBy is null ? null : scope.AddressRestricted(row.ChildToken) ? ListedMove.Restricted : row.SeenBy, row.SeenMessage);
    }
}

/// <summary>A request to take a child over.</summary>
public sealed record ListedTransfer(
    string Child, string Kind, string State, string From, string? To, string? Role, DateTimeOffset RequestedAt, DateTimeOffset? ConferenceBy, string? ConferenceOn, bool IsOverdue)
{
    public static ListedTransfer Of(ReadScope scope, TransferRow row, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(
            row.ChildToken, row.Kind, row.State, row.FromOrganisation,
            row.ToOrganisation is not null && scope.AddressRestricted(row.ChildToken) ? ListedMove.Restricted : row.ToOrganisation, row.ToRole,
            Instants.FromMicroseconds(row.RequestedAt), row.ConferenceBy is { } by ? Instants.FromMicroseconds(by) : null, row.ConferenceOn,
            row.State is "requested" or "accepted" && row.ConferenceBy < now.ToMicroseconds());
    }
}

/// <summary>A case that was closed as transferred though nobody has accepted it.</summary>
public sealed record ListedClosure(string Child, string Organisation, string? Closed)
{
    public static ListedClosure Of(UnacceptedClosureRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.ChildToken, row.Organisation, row.Until);
    }
}
