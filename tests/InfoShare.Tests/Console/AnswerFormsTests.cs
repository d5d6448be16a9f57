using InfoShare.Console.Inboxes;
using InfoShare.Contracts.Wire;
using InfoShare.Storage.Answers;
using InfoShare.Storage.Deliveries;
using Xunit;

namespace InfoShare.Tests.Console;

/// <summary>What can be answered to which delivery.</summary>
public sealed class AnswerFormsTests
{
    private static readonly DeliveryRow Row = new()
    {
        DeliveryId = "d1",
        Sender = "education-cumberland",
        MessageId = "m1",
        MessageType = "concern.raised",
        Kind = "original",
        Organisation = "la/E06000063",
        Role = "children-services-front-door",
        Relationship = "",
        PartitionKey = "",
        OrderNo = "",
        State = DeliveryStates.HandedOver,
        Because = "",
    };

    [Fact]
    public void A_concern_is_acknowledged_and_decided_only_where_a_decision_is_owed()
    {
        Assert.Equal(["acknowledge"], Kinds(Row));
        Assert.Equal(["acknowledge", "decide"], Kinds(Row, Clock("decision")));
        Assert.Equal(["acknowledge", "decide", "outcome"], Kinds(Row, Clock("decision", answered: 5)));
    }

    [Fact]
    public void A_request_for_information_is_answered_with_what_is_known() => Assert.Equal(["inform", "acknowledge"], Kinds(Row with { MessageType = "info.requested" }));

    [Fact]
    public void Nothing_is_answered_to_an_answer_a_reminder_or_what_was_called_back()
    {
        Assert.Empty(Kinds(Row with { Kind = "answer" }));
        Assert.Empty(Kinds(Row with { Kind = "reminder" }));
        Assert.Empty(Kinds(Row with { State = DeliveryStates.Recalled }, Clock("decision")));
    }

    [Fact]
    public void Every_choice_of_every_form_is_a_message_that_routing_reads()
    {
        var forms = AnswerForms.For(Row with { MessageType = "info.requested" }, [Clock("decision", answered: 5), Clock("view")]);

        Assert.Equal(5, forms.Count);
        foreach (var (form, choice) in forms.SelectMany(form => form.Choices.Select(choice => (form, choice))))
        {
            Assert.Empty(AnswerForms.ProblemsOf(form, choice.Value, "Invented words."));
            var data = AnswerForms.Read(form, choice.Value, "Invented words.", "d1", Row.Role, new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
            Assert.Empty(FieldLimits.Check(data, "data"));
        }
    }

    [Fact]
    public void What_is_missing_is_named_by_its_field()
    {
        var decide = AnswerForms.For(Row, [Clock("decision")])[1];

        Assert.Equal([decide.ChoiceField, decide.TextField], AnswerForms.ProblemsOf(decide, null, " ").Select(problem => problem.Field));
    }

    private static IEnumerable<string> Kinds(DeliveryRow row, params AnswerClockRow[] owed) => AnswerForms.For(row, owed).Select(form => form.Kind);

    private static AnswerClockRow Clock(string owed, long? answered = null) => new()
    {
        Sender = "education-cumberland",
        About = "c1",
        Organisation = "la/E06000063",
        Role = "children-services-front-door",
        Clock = "a-clock",
        Owed = owed,
        DeliveryId = "d1",
        AnsweredAt = answered,
    };
}
