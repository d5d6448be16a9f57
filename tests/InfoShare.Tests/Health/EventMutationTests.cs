using InfoShare.Adapters.Health.Mns;
using InfoShare.Adapters.Health.Nems;
using InfoShare.Adapters.Translation;
using Xunit;

namespace InfoShare.Tests.Health;

/// <summary>Breaks sound events in many ways, always the same ones, as <see cref="MutationTests"/> does with bundles.</summary>
public sealed class EventMutationTests
{
    private const int Rounds = 3_000;

    private static readonly string[] Canaries = ["TESTPERSON", "IMAGINARY", "9990123454", "2016-05-14", "CA99 9ZZ"];

    private static readonly (ITranslator Translator, string Sound)[] Sources =
    [
        (new NemsTranslator(), NemsEvents.Address(NemsEvents.Old, NemsEvents.Home)),
        (new NemsTranslator(), NemsEvents.Practice()),
        (new MnsTranslator(), Signals.Version2("pds-change-of-gp-2")),
        (new MnsTranslator(), $"[{Signals.Version1()},{Signals.Version2("pds-record-change-2")}]"),
        (new MnsTranslator(), Signals.Fhir("pds-change-of-gp-2", Bundles.Patient)),
    ];

    [Fact]
    public void Broken_bytes_never_throw_and_every_record_is_accounted_for()
    {
        var random = new Random(20261122);
        for (var round = 0; round < Rounds; round++)
        {
            var (translator, sound) = Sources[round % Sources.Length];
            var bytes = sound.Utf8();
            for (var i = random.Next(1, 4); i > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Accounting.Check(translator.Translate(random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes, Reading.Context), Canaries, round);
        }
    }

    [Fact]
    public void Pieces_left_out_doubled_or_exchanged_never_throw()
    {
        var random = new Random(20261123);
        for (var round = 0; round < Rounds; round++)
        {
            var (translator, sound) = Sources[round % Sources.Length];
            var parts = sound.Split('"');
            var (one, other) = (random.Next(parts.Length), random.Next(parts.Length));
            parts[one] = random.Next(3) switch { 0 => "", 1 => parts[other], _ => parts[one] + parts[other] };
            Accounting.Check(translator.Translate(string.Join('"', parts).Utf8(), Reading.Context), Canaries, round);
        }
    }
}
