using InfoShare.Adapters.PickUp;

namespace InfoShare.Adapters.HandOver;

/// <summary>Tells the agency's people, in <c>quarantine/</c>, of a delivery that their system did not get.</summary>
internal static class NotHandedOver
{
    /// <param name="why">In codes, such as <c>the agency's system answered 422</c>.</param>
    public static void Write(Folders folders, string id, string why) => DurableFile.WriteJson(
        folders.Quarantine, FileNames.Safe(id) + ".reason.json", new RecordReason(1, $"delivery {FileNames.Safe(id)}, not handed over", [new Problem("", why)]));
}
