using System.IO.Compression;
using InfoShare.Adapters.HandOver;
using Microsoft.Extensions.Logging;

namespace InfoShare.Adapters.Mesh;

/// <summary>
/// Puts what comes to a mailbox into <c>in/</c>, as if the agency's system had done so, and takes it out of the mailbox once
/// it is on disk. A crash in between puts the same file there again, which has no second effect.
/// </summary>
internal sealed class MeshPickUp(MeshClient mailbox, MeshReports reports, Folders folders, long mostBytes, ILogger log)
{
    private const int MostChunks = 10_000;
    private static readonly TimeSpan LimitOfOne = TimeSpan.FromMinutes(10);

    private bool greeted;

    /// <summary>One look into the inbox.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!greeted)
                await mailbox.HandshakeAsync(cancellationToken);
            greeted = true;
            // What is acknowledged leaves the inbox, so the next page is the first one again.
            var looked = new HashSet<string>();
            while ((await mailbox.InboxAsync(cancellationToken)).Where(looked.Add).ToList() is { Count: > 0 } ids)
                await TakeEachAsync(ids, cancellationToken);
        }
        catch (Exception e) when (IsOfTheWay(e, cancellationToken))
        {
            log.LogWarning("the mailbox cannot be looked into: {Error}; the next look comes in its time", e.GetType().Name);
        }
    }

    private async Task TakeEachAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(LimitOfOne);
                await TakeAsync(id, limit.Token);
            }
            catch (Exception e) when (IsOfTheWay(e, cancellationToken) || e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                // It stays in the mailbox; the others go on.
                log.LogError("message {Id} of the mailbox was not taken: {Error}; it is tried again", FileNames.Safe(id), e.GetType().Name);
            }
        }
    }

    private static bool IsOfTheWay(Exception e, CancellationToken cancellationToken) =>
        e is HttpRequestException or System.Text.Json.JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private async Task TakeAsync(string id, CancellationToken cancellationToken)
    {
        using var first = await mailbox.DownloadAsync(id, 1, cancellationToken);
        if (first is { IsReport: true })
            await reports.TakeAsync(first);
        else if (first is not null)
            await SaveAsync(id, first, cancellationToken);
        await mailbox.AcknowledgeAsync(id, cancellationToken);
        log.LogInformation("message {Id} of the mailbox {News}", FileNames.Safe(id), first switch
        {
            null => "was gone",
            { IsReport: true } => "reports one that was not delivered",
            _ => "is in the folder",
        });
    }

    private async Task SaveAsync(string id, MeshChunk first, CancellationToken cancellationToken)
    {
        var name = FileNames.Safe(id) + Extension(first.FileName);
        var aside = Path.Combine(folders.In, name + ".part");
        await using (var whole = Scratch())
        {
            await DownloadAsync(id, first, whole, cancellationToken);
            whole.Position = 0;
            await using var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None);
            await CopyAsync(first.IsCompressed ? new GZipStream(whole, CompressionMode.Decompress) : whole, file, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, Path.Combine(folders.In, name), overwrite: true);
        DurableFile.FlushFolder(folders.In);
    }

    private async Task DownloadAsync(string id, MeshChunk first, FileStream whole, CancellationToken cancellationToken)
    {
        await CopyAsync(await first.ReadAsync(cancellationToken), whole, cancellationToken);
        var more = first.More;
        for (var number = 2; more && whole.Length <= mostBytes && number <= MostChunks; number++)
        {
            using var chunk = await mailbox.DownloadAsync(id, number, cancellationToken) ?? throw new IOException("a part of it is gone");
            await CopyAsync(await chunk.ReadAsync(cancellationToken), whole, cancellationToken);
            more = chunk.More;
        }
    }

    private FileStream Scratch() => new(
        Path.Combine(folders.Reading, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 4096, FileOptions.DeleteOnClose);

    /// <summary>Up to one byte more than a file may have at the most: what is too large is then told as such, and does not fill the disk.</summary>
    private async Task CopyAsync(Stream from, FileStream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while (to.Length <= mostBytes && (read = await from.ReadAsync(buffer, cancellationToken)) > 0)
            await to.WriteAsync(buffer.AsMemory(0, (int)Math.Min(read, mostBytes + 1 - to.Length)), cancellationToken);
    }

    /// <summary>By which formats are told apart. The rest of the name may hold anything.</summary>
    private static string Extension(string? fileName)
    {
        var extension = Path.GetExtension(fileName ?? "").ToLowerInvariant();
        var both = (fileName ?? "").EndsWith(".fhir" + extension, StringComparison.OrdinalIgnoreCase) ? ".fhir" + extension : extension;
        return extension is ".json" or ".xml" or ".csv" ? both : ".dat";
    }
}
