namespace InfoShare.Vault;

/// <summary>
/// The store cannot be used now: the disk is full, failing or read-only, or the database is away. A write may be taken for not
/// done; in the one case where it was (the answer to a commit was lost), doing it again by what is on record changes nothing.
/// </summary>
public sealed class StoreUnavailableException(Exception inner) : Exception("the store cannot be used: " + inner.GetType().Name, inner);
