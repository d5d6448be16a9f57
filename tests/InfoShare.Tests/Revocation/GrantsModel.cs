namespace InfoShare.Tests.Revocation;

/// <summary>Who has agreed to what until when, written without any code of the product.</summary>
internal sealed class GrantsModel
{
    private readonly Dictionary<(int Child, int Consent), (DateTimeOffset From, DateTimeOffset To, bool Counts)> agreements = [];
    private readonly Dictionary<int, List<(DateTimeOffset From, DateTimeOffset To)>> emergencies = [];

    public void Agree(Step.Agrees step, DateTimeOffset now) => agreements[(step.Child, step.Consent)] =
        (now.AddMinutes(step.After), step.For == 0 ? DateTimeOffset.MaxValue : now.AddMinutes(step.After + step.For), step.Counts);

    public void TakeBack(Step.TakesBack step, DateTimeOffset now)
    {
        if (agreements.TryGetValue((step.Child, step.Consent), out var agreed) && now < agreed.To)
            agreements[(step.Child, step.Consent)] = agreed with { To = now };
    }

    public void BreakGlass(int child, DateTimeOffset now, int hours)
    {
        emergencies.TryAdd(child, []);
        emergencies[child].Add((now, now.AddHours(hours)));
    }

    public void Stop(int child, DateTimeOffset now)
    {
        if (emergencies.TryGetValue(child, out var all) && now < all[^1].To)
            all[^1] = all[^1] with { To = now };
    }

    /// <summary>Whether early help may have anything about the child at this moment.</summary>
    public bool MayKnow(int child, DateTimeOffset at) =>
        agreements.Any(agreed => agreed.Key.Child == child && agreed.Value.Counts && agreed.Value.From <= at && at < agreed.Value.To)
        || (emergencies.TryGetValue(child, out var all) && all.Exists(one => one.From <= at && at < one.To));
}
