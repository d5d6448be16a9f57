using InfoShare.Adapters;
using InfoShare.Broker;
using InfoShare.Cli.Configuration;
using InfoShare.Contracts.Codes;
using InfoShare.Directory;

namespace InfoShare.Cli.Hosting;

/// <summary>Opens a participant's adapter as the settings say.</summary>
internal static class AdapterOpening
{
    /// <summary>The folder of a participant's agency: <c>in</c>, <c>out</c>, <c>done</c>, <c>quarantine</c>.</summary>
    public static string AgencyFolder(Settings settings, string participant) => Path.Combine(settings.Data, "agencies", participant);

    /// <exception cref="CannotStartException">A secret or a certificate cannot be read.</exception>
    public static AgencyAdapter Open(Participant participant, Settings settings, IParticipantLink link, TimeProvider clock, ILogger log)
    {
        var (translators, format) = AgencyFormats.Of(participant.Kind);
        var own = settings.For(participant.Id);
        var adapter = SettingsFor(participant, settings) with { HandOver = HandOverOpening.Of(own), Mesh = HandOverOpening.Mailbox(own.Mesh) };
        return AgencyAdapter.Open(adapter, link, translators, format, clock, log);
    }

    /// <summary>The settings of its adapter, without what lets it hand over: that needs secrets.</summary>
    public static AdapterSettings SettingsFor(Participant participant, Settings settings)
    {
        var own = settings.For(participant.Id);
        return new()
        {
            Participant = participant.Id,
            Kind = participant.Kind,
            Organisations = [.. participant.Organisations.Select(id => OrganisationSource.TryParse(id, out var source) ? source : throw new CannotStartException($"{id} is not an organisation"))],
            Folder = AgencyFolder(settings, participant.Id),
            KeysFolder = settings.KeysFolder,
            AcceptAuthorities = own.AcceptAuthorities,
            AsOf = own.AsOf,
            RecentDays = own.RecentDays,
            Attendance = new() { Percent = own.AttendancePercent, Sessions = own.AttendanceSessions },
            FileBytes = own.FileBytes,
            LargeFileBytes = own.LargeFileBytes,
            SettleSeconds = own.SettleSeconds,
            Retention = new()
            {
                Done = settings.Retention.Done,
                Out = settings.Retention.Out,
                Quarantine = settings.Retention.Quarantine,
                Spool = settings.Retention.Spool,
            },
        };
    }
}
