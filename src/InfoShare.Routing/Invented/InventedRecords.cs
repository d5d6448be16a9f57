using InfoShare.Routing.Children;
using InfoShare.Storage;
using InfoShare.Storage.Children;
using InfoShare.Vault;

namespace InfoShare.Routing.Invented;

/// <summary>Puts invented children into a store as records of their own, as routing does with those that a message tells of.</summary>
public static class InventedRecords
{
    /// <summary>The participant that all of them are of. There is none of that name.</summary>
    public const string Sender = "invented";

    private const int AtOnce = 2_000;

    /// <summary>Loads as many children; those that would come again are left out.</summary>
    /// <param name="loaded">Told now and then how many there are.</param>
    public static async Task LoadAsync(RoutingStore store, int children, Action<int> loaded, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var some in new InventedChildren(children).All().Take(children).Chunk(AtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await store.WriteAsync(scope =>
            {
                foreach (var (child, person) in some)
                    Add(scope, store.Children, child, person);
            });
            loaded(count += some.Length);
        }
    }

    private static void Add(WriteScope scope, KeyedHash hash, int child, ToldPerson person)
    {
        var record = hash.Of("invented", $"{child}");
        var details = person.Write();
        scope.Save(new ChildRow { Token = record });
        scope.Save(
            new RecordRow { Record = record, Sender = Sender, Source = "", ChildToken = record, Because = "nothing-known", Digest = ToldPerson.DigestOf(details, hash) }, details);
        scope.AddKeys(record, Likeness.Of(person, hash)!.Keys.Select(key => (Likeness.Kind, key)));
    }
}
