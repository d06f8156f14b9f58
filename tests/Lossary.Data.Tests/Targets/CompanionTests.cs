namespace Lossary.Data.Tests;

public sealed class CompanionTests
{
    [Fact]
    public void Weights_events_and_queries_follow_the_rows_that_have_a_target()
    {
        Table table = TableOf(i => i == 3 ? "" : $"{i}.5", i => $"{i * 2}", i => $"{i % 2}", i => i < 6 ? "b" : "a");
        Target target = Target.Read(table, "y", new() { Weights = "w", Events = "e", Query = "q" });
        Assert.Equal([0, 2, 4, 8, 10], target.Weights[..5].ToArray());
        Assert.Equal([false, true, false, false, true], target.Events[..5].ToArray());
        Assert.Equal([0, 0, 0, 0, 0, 1, 1], target.Queries[..7].ToArray());
        Assert.Equal(["w", "e", "q"], target.Companions);
    }

    [Fact]
    public void Without_companions_there_are_none()
    {
        Target target = Target.Read(TableOf(i => $"{i}.5", _ => "1", _ => "1", _ => "a"), "y");
        Assert.True(target.Weights.IsEmpty && target.Events.IsEmpty && target.Queries.IsEmpty);
        Assert.Empty(target.Companions);
    }

    [Theory]
    [InlineData("no,yes")]
    [InlineData("false,true")]
    [InlineData("FALSE,TRUE")]
    public void An_event_may_be_told_by_a_word(string words)
    {
        string[] levels = words.Split(',');
        Target target = Target.Read(TableOf(i => $"{i}.5", _ => "1", i => levels[i % 2], _ => "a"), "y", new() { Events = "e" });
        Assert.Equal([false, true, false], target.Events[..3].ToArray());
    }

    [Fact]
    public void Ones_and_twos_are_bounds_and_events_as_survival_data_of_R_code_them()
    {
        // Surv() of R's package survival: status is 0/1 or 1/2, 2 being the death.
        Target target = Target.Read(TableOf(i => $"{i}.5", _ => "1", i => $"{1 + (i % 2)}", _ => "a"), "y", new() { Events = "e" });
        Assert.Equal([false, true, false], target.Events[..3].ToArray());
        Assert.Equal("e", Assert.Single(target.Findings).Column);
        Assert.Contains("1 a bound, 2 observed", target.Findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weights", "y", "the target cannot be the weights as well")]
    [InlineData("weights", "word", "weights must be numbers")]
    [InlineData("weights", "minus", "row 7, column 'minus': -1 is no weight; weights are numbers that are not negative")]
    [InlineData("weights", "gap", "row 7, column 'gap': a weight is missing")]
    [InlineData("weights", "zero", "column 'zero': every weight is 0")]
    [InlineData("weights", "wait", "no column 'wait'")]
    [InlineData("events", "code", "row 3, column 'code': '2' is no event indicator; write 1 where the target was observed")]
    [InlineData("events", "gap", "row 7, column 'gap': an event indicator is missing")]
    [InlineData("events", "one", "every target is observed; nothing is censored")]
    [InlineData("events", "zero", "no target is observed; there is nothing to learn")]
    [InlineData("events", "y", "the target cannot be the event indicator as well")]
    [InlineData("query", "gap", "row 7, column 'gap': a row has no query")]
    [InlineData("query", "one", "all rows are of one query; there is no other to judge by")]
    [InlineData("query", "row", "column 'row': every query has one row; there is nothing to put in order")]
    public void A_column_that_does_not_hold_what_it_should_is_refused(string use, string column, string message)
    {
        TargetOptions options = use switch
        {
            "weights" => new() { Weights = column },
            "events" => new() { Events = column },
            _ => new() { Query = column },
        };
        IEnumerable<string> rows = Enumerable.Range(0, 12)
            .Select(i => $"{i}.5,a{i % 3},{(i == 5 ? -1 : 1)},{(i == 5 ? "" : "1")},0,1,{1 + (i % 3)},{i}");
        Table table = Tables.Read("y,word,minus,gap,zero,one,code,row\n" + string.Join('\n', rows) + "\n");
        DataFileException refusal = Tables.Refusal(() => Target.Read(table, "y", options));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    private static Table TableOf(
        Func<int, string> target, Func<int, string> weight, Func<int, string> happened, Func<int, string> query) =>
        Tables.Read("y,w,e,q\n" + string.Concat(
            Enumerable.Range(0, 12).Select(i => $"{target(i)},{weight(i)},{happened(i)},{query(i)}\n")));
}
