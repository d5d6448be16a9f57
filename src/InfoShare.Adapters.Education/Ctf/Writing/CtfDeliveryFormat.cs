using InfoShare.Adapters.HandOver;
using InfoShare.Contracts.Codes;
using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.Education.Ctf.Writing;

/// <summary>
/// Writes a move from school to school as a Common Transfer File, for the import of the school's system, where such a file says
/// everything that was released; every other delivery as JSON. Nothing released is lost for the sake of a format.
/// </summary>
public sealed class CtfDeliveryFormat : IDeliveryFormat
{
    private readonly JsonDeliveryFormat json = new();

    /// <inheritdoc/>
    public OutputFile Write(Envelope<Delivery> delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return TransferFile(delivery) is { } content ? new(".ctf.xml", content) : json.Write(delivery);
    }

    private static byte[]? TransferFile(Envelope<Delivery> delivery)
    {
        if (!MayBeTransferFile(delivery.Data) || delivery.Data is not { Move: { } move, Parts.Identity: { } identity })
            return null;
        var content = CtfWriter.Write(delivery, move, identity);
        return SaysEverything(content, delivery, move) ? content : null;
    }

    /// <summary>A move from school to school, of a child whom the new one's system can take in, without anything that a transfer file has no place for.</summary>
    private static bool MayBeTransferFile(Delivery delivery) =>
        delivery is { From: AgencyKind.Education, Kind: DeliveryKind.Original or DeliveryKind.Correction, Move.EffectiveDate: not null, Withheld: [], Masked: [], Obligations: [], RespondBy: null }
        && delivery.Recipient.Organisation.StartsWith("urn/", StringComparison.Ordinal)
        && delivery.Parts is { Identity: { DateOfBirth: not null, Names: [{ Family: not null, Given: [_, ..] }, ..] }, Address: not { Restricted: true } };

    /// <summary>Whether our own reader reads from the file what was released.</summary>
    private static bool SaysEverything(byte[] content, Envelope<Delivery> delivery, MoveSummary move)
    {
        if (CtfFile.Problem(content) is not null)
            return false;
        var written = DateOnly.FromDateTime(delivery.Time.UtcDateTime);
        var header = CtfHeader.Read(CtfFile.Header(content), fileName: null);
        var pupil = CtfPupil.Read(CtfFile.Pupils(content).Single(), header.Source, written);
        if (pupil is not { Key: not null, Leaving.On: { } left })
            return false;
        var read = CtfMove.Of(header, pupil, left, pupil.Key, written);
        var summary = new MoveSummary
        {
            MoveType = read.MoveType,
            EffectiveDate = read.EffectiveDate,
            FromArea = read.FromArea,
            ToArea = read.ToArea,
            ResponsibilityHeldBy = read.ResponsibilityHeldBy,
        };
        return summary == move && WireWriter.WriteData(read.Parts).AsSpan().SequenceEqual(WireWriter.WriteData(delivery.Data.Parts));
    }
}
