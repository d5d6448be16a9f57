namespace InfoShare.Nodes.Tests.Bench;

/// <summary>Large files, read by an adapter in a process of its own. How fast that is, is not tested.</summary>
public sealed class FormatsTests
{
    /// <summary>Ninety thousand records more, held, would be some hundreds.</summary>
    private const double MostMebibytesMore = 100;

    [Fact]
    [Trait("Length", "long")]
    public async Task Of_a_hundred_thousand_rows_every_record_is_accounted_for_and_memory_is_hardly_more_than_for_a_tenth()
    {
        // It ends with an error unless the records of each file were all read, and became messages or nothing to send.
        var result = await BenchProgram.RunAsync("formats", "--rows", "100000");

        var formats = result.GetProperty("formats").EnumerateArray().ToList();
        Assert.Equal(["attendance-marks", "attendance", "ssda903", "cin"], formats.Select(f => f.GetProperty("format").GetString()));
        Assert.All(formats, f =>
        {
            Assert.Equal(100_000, f.GetProperty("rows").GetInt32());
            Assert.InRange(f.GetProperty("peakMiB").GetDouble(), 1, f.GetProperty("peakMiBTenth").GetDouble() + MostMebibytesMore);
        });
    }
}
