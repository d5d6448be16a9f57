using InfoShare.Contracts.Deliveries;
using InfoShare.Contracts.Wire;

namespace InfoShare.Adapters.HandOver;

/// <summary>Writes what arrives in the form that the agency's system loads. Pure.</summary>
public interface IDeliveryFormat
{
    /// <summary>The file for one delivery.</summary>
    OutputFile Write(Envelope<Delivery> delivery);
}

/// <summary>One file for the agency's system.</summary>
/// <param name="Extension">With its dot: <c>.json</c>, <c>.fhir.json</c>.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Page">The same for people: a whole HTML page, which is put into <c>out/pages/</c>; null: none.</param>
public sealed record OutputFile(string Extension, byte[] Content, byte[]? Page = null);
