using System.Globalization;
using InfoShare.ChildIndex.Moves;
using InfoShare.Contracts.Moves;
using InfoShare.Routing.Facts;
using InfoShare.Storage.Moves;

namespace InfoShare.Routing.Moves;

/// <summary>Signals of moves as rows, and as what moves are found by. Pure.</summary>
public static class Signals
{
    /// <summary>The moves of one child.</summary>
    public static IReadOnlyList<JointMove> Together(IEnumerable<MoveSignalRow> rows) => JointMove.Of(rows.Select(Of));

    /// <summary>One row.</summary>
    public static ToldMove Of(MoveSignalRow row) => new(
        IdOf(row.Sender, row.About), Coded.Read<MoveSignal>(row.Signal), Coded.Read<MoveType>(row.Kind), row.FromArea, row.ToArea,
        DateOnly.Parse(row.Day, CultureInfo.InvariantCulture), row.ReceivedAt);

    /// <summary>What tells a signal from every other.</summary>
    public static string IdOf(string sender, string about) => $"{sender} {about}";
}
