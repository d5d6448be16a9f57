using InfoShare.Contracts.Codes;

namespace InfoShare.Bench.Formats;

/// <summary>SSDA903, an episode a row, four of each child.</summary>
internal sealed record EpisodesFile() : LargeFile("ssda903", "episodes.csv", AgencyKind.SocialCare, new("la", "E06000063"))
{
    private const int EpisodesOfChild = 4;
    private static readonly DateOnly First = new(2025, 3, 3);

    public override void Write(TextWriter text, int rows)
    {
        text.WriteLine("CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN");
        for (var row = 0; row < rows; row++)
        {
            var (child, episode) = Math.DivRem(row, EpisodesOfChild);
            var last = episode == EpisodesOfChild - 1;
            var start = last && child % Ten == 0 ? Today.AddDays(-9) : First.AddMonths(episode);
            var end = last ? "" : $"{(episode == EpisodesOfChild - 2 && child % Ten == 0 ? Today.AddDays(-9) : First.AddMonths(episode + 1)):dd/MM/yyyy}";
            text.WriteLine($"{child},{start:dd/MM/yyyy},{(episode == 0 ? 'S' : 'P')},C2,N1,U4,PR1,{end},{(last ? "," : "X1,CARPL")},CA99 9ZZ,{(episode % 2 == 0 ? "CA99 9ZZ" : "IP99 9ZZ")},");
        }
    }
}
