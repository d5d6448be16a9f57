using InfoShare.Policy.Cedar.Json;

namespace InfoShare.Policy.Cedar.Conformance;

/// <summary>Fields that have been called otherwise in earlier releases of the cases.</summary>
internal static class CaseFields
{
    /// <summary>The field, under the first of its names that is there; null where none is.</summary>
    public static JsonPlace? Either(this JsonPlace place, string[] names) => names.Select(place.Field).FirstOrDefault(field => field is not null);

    /// <summary>The field, which must be there under one of its names.</summary>
    public static JsonPlace? RequiredEither(this JsonPlace place, string[] names) => place.Either(names) ?? place.Required(names[0]);
}
