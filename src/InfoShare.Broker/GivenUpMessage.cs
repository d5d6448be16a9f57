namespace InfoShare.Broker;

/// <summary>A message from a participant that routing could not deal with.</summary>
/// <param name="Participant">Who sent it, as the broker says.</param>
/// <param name="Id">The message's id for log lines.</param>
/// <param name="Again">False: it will be given back to its queue once. True: it was given up before and stays for an operator.</param>
public sealed record GivenUpMessage(string Participant, string Id, bool Again);
