namespace InfoShare.Vault;

/// <summary>Runs SQL on one connection. What is written as <c>@Name</c> is the parameter object's property.</summary>
internal interface IStatements
{
    /// <summary>At the end of a select: locks its rows until the transaction ends. Empty where a writer is alone anyway.</summary>
    string LockRows { get; }

    IReadOnlyList<T> Query<T>(string sql, object? parameters);

    /// <summary>As <see cref="Query{T}"/>, with the others that are asked for, when the first is read.</summary>
    Asked<T> Ask<T>(string sql, object? parameters);

    /// <summary>As <see cref="Query{T}"/>, row by row; nothing else may run on the connection until the last is read.</summary>
    IEnumerable<T> Stream<T>(string sql, object? parameters);

    T? First<T>(string sql, object? parameters);

    int Execute(string sql, object? parameters);

    /// <summary>As <see cref="Execute"/>, at the latest before the next statement that could notice, or the commit.</summary>
    void Later(string sql, object? parameters);
}
