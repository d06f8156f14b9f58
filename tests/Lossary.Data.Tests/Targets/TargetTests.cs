namespace Lossary.Data.Tests;

public sealed class TargetTests
{
    [Fact]
    public void Rows_without_a_target_are_left_out_and_told()
    {
        Table table = Tables.OfTargets(Enumerable.Range(0, 20).Select(i => i is 3 or 8 ? "" : $"{i}.25"));
        Target target = Target.Read(table, "y");
        Assert.Equal(18, target.Count);
        Assert.Equal([0, 1, 2, 4], target.Rows[..4].ToArray());
        Assert.Equal([4, 9], target.RowsAt([3, 7]));
        Assert.Equal(4.25, target.Values[3]);
        Finding finding = Assert.Single(target.Findings);
        Assert.Equal("row 5, column 'y': 2 rows have no target and are left out", finding.ToString());
    }

    [Fact]
    public void One_row_without_a_target_is_told_of_as_one()
    {
        Table table = Tables.OfTargets(Enumerable.Range(0, 20).Select(i => i == 7 ? "NaN" : $"{i}.25"));
        Finding finding = Assert.Single(Target.Read(table, "y").Findings);
        Assert.Equal("row 9, column 'y': 1 row has no target and is left out", finding.ToString());
    }

    [Fact]
    public void Finished_predictions_may_have_few_rows_one_value_or_classes_of_one_row()
    {
        TargetOptions judged = new() { IsToBeLearnt = false };

        Assert.Equal(2, Target.Read(Tables.OfTargets(["0.5", "0.5"]), "y", judged).Count);
        Target classes = Target.Read(Tables.OfTargets(["a", "b", "c"]), "y", judged);
        Assert.Equal(["a", "b", "c"], classes.ClassNames);
        Assert.Empty(classes.Findings);
        DataFileException refusal = Tables.Refusal(() => Target.Read(Tables.OfTargets(["", ""]), "y", judged));
        Assert.Contains("0 rows have a target; at least 1 is needed", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,1", "1")]
    [InlineData("-1,1", "1")]
    [InlineData("True,False", "True")]
    [InlineData("no,YES", "YES")]
    [InlineData("pos,neg", "pos")]
    [InlineData("spam,ham,ham", "spam")]
    [InlineData("1,2,2", "1")]
    [InlineData("left,right", "right")]
    public void The_positive_class_affirms_or_is_the_rarer_one(string values, string positive)
    {
        Target target = Read(values, new TargetOptions());
        Assert.Equal(positive, target.ClassNames[1]);
        Assert.EndsWith($"'{positive}' is positive", target.Reason, StringComparison.Ordinal);
        Assert.Equal(values.Split(',')[0] == positive ? 1 : 0, target.Classes[0]);
    }

    [Fact]
    public void The_user_may_name_the_positive_class()
    {
        Assert.Equal("0", Read("0,1", new TargetOptions { Positive = "0" }).ClassNames[1]);
        DataFileException refusal = Tables.Refusal(() => Read("0,1", new TargetOptions { Positive = "2" }));
        Assert.Contains("no class '2' to be positive; the classes are 0, 1", refusal.Message, StringComparison.Ordinal);
        Tables.Refusal(() => Read("a,b,c", new TargetOptions { Positive = "a" }));
        DataFileException number = Tables.Refusal(() => Read("1.5,2.5,3.5", new TargetOptions { Positive = "a" }));
        Assert.Contains("this one is regression", number.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numeric_classes_stand_in_the_order_of_numbers()
    {
        Target target = Read("10,9,8", new TargetOptions { Task = TaskKind.MultiClass });
        Assert.Equal(["8", "9", "10"], target.ClassNames);
        Assert.Equal([2, 1, 0], target.Classes[..3].ToArray());
        Assert.Equal([2.0, 1, 0], target.Values[..3].ToArray());
    }

    [Theory]
    [InlineData(TaskKind.Regression, "a,b", 2, "'a' is not a number; regression needs numbers.")]
    [InlineData(TaskKind.Counts, "1,2.5,3", 3, "2.5 is no count; counts are 0, 1, 2, …")]
    [InlineData(TaskKind.Counts, "1,2,-3", 4, "-3 is no count; counts are 0, 1, 2, …")]
    [InlineData(TaskKind.Binary, "1,2,3", null, "has 3 classes (1, 2, 3); a binary target has two.")]
    [InlineData(null, "5", null, "every target is the same; there is nothing to learn.")]
    public void Targets_that_do_not_fit_the_task_are_refused(TaskKind? task, string values, int? row, string reason)
    {
        DataFileException refusal = Tables.Refusal(() => Read(values, new TargetOptions { Task = task }));
        Assert.Equal((row, "y", reason), (refusal.Row, refusal.Column, refusal.Reason));
    }

    [Fact]
    public void A_text_among_the_numbers_of_the_target_is_refused_with_its_row()
    {
        Table table = Tables.OfTargets(Enumerable.Range(0, 40).Select(i => i == 15 ? "abc" : $"{i}.25"));
        string message = Tables.Refusal(() => Target.Read(table, "y")).Message;
        Assert.StartsWith("houses.csv, row 17, column 'y': 'abc' is not a number; ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_few_rows_are_refused()
    {
        Table table = Tables.OfTargets(Enumerable.Range(0, 9).Select(i => $"{i}.5"));
        Assert.Contains("at least 10", Tables.Refusal(() => Target.Read(table, "y")).Message, StringComparison.Ordinal);
        Table empty = Tables.OfTargets(Enumerable.Repeat("NA", 30));
        Assert.Contains("0 rows", Tables.Refusal(() => Target.Read(empty, "y")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_that_hardly_repeat_are_no_classes()
    {
        Table table = Tables.OfTargets(Enumerable.Range(0, 40).Select(i => $"name{i / 1.2:F0}"));
        string reason = Tables.Refusal(() => Target.Read(table, "y")).Reason;
        Assert.EndsWith("fewer than two rows a class.", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Rare_classes_are_told()
    {
        Table table = Tables.OfTargets(Enumerable.Range(0, 40).Select(i => i == 0 ? "rare" : i % 2 == 0 ? "a" : "b"));
        Assert.Equal("class 'rare' has only 1 row", Assert.Single(Target.Read(table, "y").Findings).Message);
    }

    [Theory]
    [InlineData("multiclass", TaskKind.MultiClass)]
    [InlineData("Counts", TaskKind.Counts)]
    public void Tasks_are_read_by_name(string name, TaskKind task) => Assert.Equal(task, TaskNames.Parse(name));

    [Fact]
    public void Unknown_tasks_are_refused_with_the_known_ones()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => TaskNames.Parse("survival"));
        Assert.Contains("regression, counts, binary, multi-class", refusal.Message, StringComparison.Ordinal);
    }

    private static Target Read(string values, TargetOptions options)
    {
        string[] cycle = values.Split(',');
        Table table = Tables.OfTargets(Enumerable.Range(0, 60).Select(i => cycle[i % cycle.Length]));
        return Target.Read(table, "y", options);
    }
}
