using InfoShare.Checker.History;

namespace InfoShare.Faults.Load;

/// <summary>What one sender, in order, has to say about one child; all of it by the same way, because order is kept along each.</summary>
/// <param name="Sender">The participant.</param>
/// <param name="ByFile">Through the folder <c>in/</c>; otherwise by HTTP.</param>
internal sealed record Story(string Sender, bool ByFile, IReadOnlyList<Message> Messages);
