using InfoShare.Console.Inboxes;
using InfoShare.Directory;
using InfoShare.Storage;
using InfoShare.Storage.Answers;
using InfoShare.Storage.Inboxes;
using InfoShare.Tests.Routing;
using Xunit;

namespace InfoShare.Tests.Console;

/// <summary>In which order an inbox is read, and how its messages are said.</summary>
public sealed class InboxReadingTests
{
    private static readonly SharingDirectory Directory = DirectoryFile.Read(SampleDirectory.Yaml).Directory!;
    private static readonly DateTimeOffset Now = Messages.Morning;

    [Fact]
    public void What_is_owed_comes_first_by_when_it_is_due_then_what_nobody_has_read_then_the_newest()
    {
        var items = InboxReading.Of(
            [Row("read-new", 9, read: true), Row("unread-old", 1), Row("unread-new", 8), Row("owed-late", 7, read: true), Row("owed-soon", 2), Row("read-old", 2, read: true)],
            [Clock("owed-late", hours: 5), Clock("owed-soon", hours: 1)], Directory, Now);

        Assert.Equal(["owed-soon", "owed-late", "unread-new", "unread-old", "read-new", "read-old"], items.Select(item => item.DeliveryId));
    }

    [Fact]
    public void What_was_called_back_says_only_that()
    {
        var item = Assert.Single(InboxReading.Of([Row("d1", 1) with { State = "recalled", Urgent = 1 }], [Clock("d1", 1)], Directory, Now));

        Assert.Equal(("Called back", false, (Owed?)null), (item.What, item.Urgent, item.Owed));
    }

    [Fact]
    public void A_released_part_is_said_whole_in_words_and_uk_dates()
    {
        var said = Telling.Of(Messages.Robin()).SelectMany(told => told.Lines).Select(line => $"{line.Label}|{line.Text}").ToList();

        Assert.Contains("Name|Robin Testperson", said);
        Assert.Contains("Date of birth|14 May 2016", said);
        Assert.Contains("Number|NHS number 9449305552", said);
        Assert.Contains("Address|3 Imaginary Lane, CA99 9ZZ, area code: E06000063", said);
        Assert.Contains("Seen|20 November 2026, 8:00am", said);
        Assert.Contains("|Invented facts.", said);
        Assert.Contains("Adult|mother", said);
        Assert.Contains("Plan|Child in need, start: 1 June 2026", said);
    }

    private static InboxRow Row(string id, int at, bool read = false) => new()
    {
        DeliveryId = id,
        Sender = Messages.School,
        MessageType = "concern.raised",
        Kind = "original",
        State = "handed-over",
        DecidedAt = Now.AddHours(at).ToMicroseconds(),
        ReadAt = read ? 1 : null,
    };

    private static AnswerClockRow Clock(string id, int hours) => new()
    {
        Sender = Messages.School,
        About = id,
        Organisation = "la/E06000063",
        Role = "children-services-front-door",
        Clock = "referral-decision",
        Owed = "decision",
        DeliveryId = id,
        LateFrom = Now.AddHours(hours).ToMicroseconds(),
    };
}
