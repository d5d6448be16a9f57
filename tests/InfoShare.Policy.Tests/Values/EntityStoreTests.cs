using InfoShare.Policy.Cedar.Values;

namespace InfoShare.Policy.Tests.Values;

public sealed class EntityStoreTests
{
    [Fact]
    public void What_is_above_what_is_above_is_above()
    {
        var (store, _) = EntityStore.Of(new Entity(Group(1), Group(2), Group(3)), new Entity(Group(2), Group(4)), new Entity(Group(3), Group(4)));

        Assert.Equal([Group(2), Group(3), Group(4)], store!.Find(Group(1))!.Ancestors.OrderBy(uid => uid.Id));
    }

    [Fact]
    public void An_entity_above_itself_is_refused()
    {
        var (store, problem) = EntityStore.Of(new Entity(Group(0), Group(1)), new Entity(Group(1), Group(2)), new Entity(Group(2), Group(1)));

        Assert.Null(store);
        Assert.Contains("is above itself", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entity_may_be_there_twice_only_with_the_same_contents()
    {
        Assert.NotNull(EntityStore.Of(new Entity(Group(1), Group(2), Group(3)), new Entity(Group(1), Group(3), Group(2))).Store);
        Assert.Equal("the entity `Group::\"1\"` is there twice", EntityStore.Of(new Entity(Group(1)), new Entity(Group(1), Group(2))).Problem);
    }

    [Fact]
    public void An_action_is_below_actions_only()
    {
        Assert.NotNull(EntityStore.Of(new Entity(new("A::Action", "read"), new EntityUid("Action", "any"))).Store);
        Assert.Equal("the action `Action::\"read\"` is below `Group::\"1\"`, which is no action", EntityStore.Of(new Entity(new("Action", "read"), Group(1))).Problem);
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_takes_neither_the_stack_nor_the_memory()
    {
        const int Length = 100_000;

        var (store, _) = EntityStore.Of(Enumerable.Range(0, Length).Select(i => new Entity(Group(i), Group(i + 1))));

        Assert.Equal(Length, store!.Find(Group(0))!.Ancestors.Count);
    }

    private static EntityUid Group(int id) => new("Group", $"{id}");
}
