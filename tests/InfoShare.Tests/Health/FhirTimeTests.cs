using InfoShare.Adapters.Health.Fhir;
using Xunit;

namespace InfoShare.Tests.Health;

public sealed class FhirTimeTests
{
    [Theory]
    [InlineData("2024", "2024-01-01", "2024-12-31", false)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", false)]
    [InlineData("2024-02-29", "2024-02-29", "2024-02-29", false)]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29", "2024-02-29", true)]
    [InlineData("2024-02-29T23:59:59.123+01:00", "2024-02-29", "2024-02-29", true)]
    [InlineData("2024-02-29T23:59", "2024-02-29", "2024-02-29", false)]
    public void A_date_means_no_more_than_it_says(string text, string earliest, string latest, bool instant)
    {
        var time = FhirTime.Parse(text)!.Value;

        Assert.Equal((earliest, latest, instant), ($"{time.Earliest:yyyy-MM-dd}", $"{time.Latest:yyyy-MM-dd}", time.Instant is not null));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2015-02-31")]
    [InlineData("01/02/2015")]
    [InlineData("2015-13-01")]
    [InlineData("2015-1-1")]
    [InlineData("0000")]
    [InlineData("2015-01-01T24:00:00Z")]
    [InlineData("2015-01-01T10:00:60Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("2015-01-01\n")]
    [InlineData("\u0662\u0660\u0661\u0665")]
    public void What_is_no_date_that_exists_is_refused(string text) => Assert.Null(FhirTime.Parse(text));
}
