using InfoShare.Adapters.HandOver;
using InfoShare.Tests.Adapters;

namespace InfoShare.Tests.HandOver;

/// <summary>An agency's system at the other end of a way of handing over.</summary>
internal interface IAgencySystem : IAsyncDisposable
{
    /// <summary>Starts it; returns how it is to be handed over to.</summary>
    Task<HandOverSettings> StartAsync();

    /// <summary>Does its part, where it has one, for what waits now.</summary>
    Task TakeAsync(AgencyUnderTest agency);

    /// <summary>The state of an arrival that it has and that is not noted as handed over yet.</summary>
    string StateBeforeTheNote { get; }

    /// <summary>What has had an effect on it, in order.</summary>
    IReadOnlyList<Got> Got { get; }
}

/// <summary>One thing that the system has.</summary>
/// <param name="Id">Of the delivery or notice.</param>
/// <param name="Kind"><c>delivery</c>, <c>withheld</c> or <c>recall</c>; of a recall the id is the delivery's.</param>
internal sealed record Got(string Id, string Kind, string Text);
