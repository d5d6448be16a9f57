namespace InfoShare.Storage.Postgres;

/// <summary>Where routing's store is on PostgreSQL.</summary>
/// <param name="Data">Connection string of the database that holds messages, decisions, deliveries and the audit.</param>
/// <param name="Keys">Connection string of the database that holds the record keys: another one, best on another server, with backups of its own.</param>
/// <param name="MasterKeyFolder">The folder of <c>master.key</c>, which wraps the record keys. Every router has the same.</param>
public sealed record PostgresSettings(string Data, string Keys, string MasterKeyFolder);
