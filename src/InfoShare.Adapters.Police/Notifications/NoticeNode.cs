namespace InfoShare.Adapters.Police.Notifications;

/// <summary>A field of a notice, whether it was written in JSON or in XML. A list is the same name several times.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its value; empty where it holds fields.</param>
/// <param name="Fields">What it holds.</param>
internal sealed record NoticeNode(string Name, string Text, IReadOnlyList<NoticeNode> Fields);
