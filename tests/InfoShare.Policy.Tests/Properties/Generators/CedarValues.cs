using FsCheck;
using FsCheck.Fluent;
using InfoShare.Policy.Cedar.Values;
using InfoShare.Policy.Tests.Reference;

namespace InfoShare.Policy.Tests.Properties.Generators;

/// <summary>Values of entities and of the context.</summary>
internal static class CedarValues
{
    private const long GreatestOfJavaScript = (1L << 53) - 1;

    public static readonly Gen<bool> Bools = Gen.Elements(true, false);

    /// <summary>Integers that JavaScript has too; mostly small, so that equal ones are common.</summary>
    public static readonly Gen<long> Longs = Gen.Frequency((6, Gen.Choose(-2, 5).Select(n => (long)n)), (1, Gen.Elements(GreatestOfJavaScript, -GreatestOfJavaScript, 86_400_000)));

    public static readonly Gen<string> Texts = Gen.Elements<string>(Vocabulary.Texts);

    /// <summary>Those of the vocabulary, and now and then one that nobody knows.</summary>
    public static readonly Gen<EntityUid> Uids = Gen.Frequency((12, Gen.Elements<EntityUid>(Vocabulary.Entities)), (1, Gen.Constant(new EntityUid("User", "unknown"))));

    /// <summary>Values of a type.</summary>
    public static Gen<CedarValue> Of(Kind kind) => kind switch
    {
        Kind.Bool => Bools.Select(value => (CedarValue)CedarBool.Of(value)),
        Kind.Long => Longs.Select(value => (CedarValue)new CedarLong(value)),
        Kind.String => Texts.Select(value => (CedarValue)new CedarString(value)),
        Kind.Entity => Uids.Select(value => (CedarValue)value),
        Kind.Decimal => Read(ExtensionTexts.Decimal, ReferenceDecimal.Parse),
        Kind.IpAddress => Read(ExtensionTexts.IpAddress, ReferenceIpAddress.Parse),
        Kind.DateTime => Read(ExtensionTexts.DateTime, ReferenceDateTime.Parse),
        Kind.Duration => Read(ExtensionTexts.Duration, ReferenceDuration.Parse),
        Kind.Longs => SetOf(Kind.Long),
        Kind.Strings => SetOf(Kind.String),
        Kind.Entities => SetOf(Kind.Entity),
        _ => RecordOf(Vocabulary.Attributes.Where(a => a.Value != Kind.Record)).Select(record => (CedarValue)record),
    };

    /// <summary>
    /// Attributes, each of its type with few exceptions, most of them there. A few hundred records are made beforehand, for
    /// making all of a case anew takes many times as long as deciding it.
    /// </summary>
    public static readonly Gen<CedarRecord> Attributes = Gen.Elements(RecordOf(Vocabulary.Attributes).Sample(500, Runs.Random, 50));

    /// <summary>Values of any type, also sets and records of mixed ones.</summary>
    public static Gen<CedarValue> Any(int depth) => depth == 0
        ? Gen.OneOf(Enum.GetValues<Kind>().Where(kind => kind < Kind.Longs).Select(Of))
        : Gen.OneOf(
            Any(0),
            Small(Any(depth - 1)).Select(elements => (CedarValue)new CedarSet(elements)),
            Small(Any(depth - 1)).Select(values => (CedarValue)new CedarRecord(Vocabulary.Attributes.Keys.Zip(values, KeyValuePair.Create))));

    /// <summary>Two values: of one type, of any, or one twice in another order.</summary>
    public static Gen<(CedarValue A, CedarValue B)> Pairs => Gen.OneOf(
        Gen.Elements(Enum.GetValues<Kind>()).SelectMany(kind => Of(kind).Two()).Select(pair => (pair.Item1, pair.Item2)),
        Any(2).Two().Select(pair => (pair.Item1, pair.Item2)),
        Any(2).Select(value => (value, Reversed(value))));

    /// <summary>At most three.</summary>
    public static Gen<T[]> Small<T>(Gen<T> elements) => Gen.Choose(0, 3).SelectMany(length => elements.ArrayOf(length));

    private static CedarValue Reversed(CedarValue value) => value switch
    {
        CedarSet set => new CedarSet(set.Elements.Select(Reversed).Reverse()),
        CedarRecord record => new CedarRecord(record.Attributes.Select(a => KeyValuePair.Create(a.Key, Reversed(a.Value))).Reverse()),
        _ => value,
    };

    private static Gen<CedarValue> Read(Gen<string> texts, Func<string, CedarValue?> parse) =>
        texts.Select(parse).Where(value => value is not null).Select(value => value!);

    private static Gen<CedarValue> SetOf(Kind kind) => Small(Of(kind)).Select(elements => (CedarValue)new CedarSet(elements));

    private static Gen<CedarRecord> RecordOf(IEnumerable<KeyValuePair<string, Kind>> attributes) =>
        Gen.CollectToArray(attributes, MaybeAttribute).Select(present => new CedarRecord(present.SelectMany(attribute => attribute)));

    private static Gen<KeyValuePair<string, CedarValue>[]> MaybeAttribute(KeyValuePair<string, Kind> attribute) =>
        Gen.Frequency((14, Of(attribute.Value)), (1, Of(Kind.String)))
            .Select<CedarValue, KeyValuePair<string, CedarValue>[]>(value => [KeyValuePair.Create(attribute.Key, value)])
            .SelectMany(value => Gen.Frequency((4, Gen.Constant(value)), (1, Gen.Constant<KeyValuePair<string, CedarValue>[]>([]))));
}
