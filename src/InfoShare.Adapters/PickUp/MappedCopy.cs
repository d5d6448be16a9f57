using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace InfoShare.Adapters.PickUp;

/// <summary>
/// A large file as memory that the system reads from disk as it is needed, and forgets. Mapped from a copy that nobody else
/// writes: if the file itself were cut short while it is mapped, this process would be killed.
/// </summary>
internal sealed unsafe class MappedCopy : MemoryManager<byte>
{
    private readonly MemoryMappedFile map;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly int length;
    private bool disposed;

    private MappedCopy(FileStream copy, int length)
    {
        this.length = length;
        map = MemoryMappedFile.CreateFromFile(copy, null, length, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
    }

    /// <summary>Copies so many bytes.</summary>
    /// <param name="source">The file, from its beginning.</param>
    /// <param name="length">Its length, up to <see cref="int.MaxValue"/>.</param>
    /// <param name="folder">Holds the copy until disposal.</param>
    /// <exception cref="EndOfStreamException">The file has become shorter.</exception>
    public static MappedCopy Of(FileStream source, long length, string folder)
    {
        var copy = new FileStream(
            Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        try
        {
            source.CopyTo(copy);
            if (copy.Length < length)
                throw new EndOfStreamException();
            copy.SetLength(length);
            return new(copy, checked((int)length));
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    public override Span<byte> GetSpan()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return new(start + view.PointerOffset, length);
    }

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)length);
        return new(start + view.PointerOffset + elementIndex);
    }

    public override void Unpin()
    {
        // Never moved.
    }

    protected override void Dispose(bool disposing)
    {
        if (disposed || !disposing)
            return;
        disposed = true;
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        map.Dispose();
    }
}
