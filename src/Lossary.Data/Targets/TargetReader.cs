namespace Lossary.Data;

/// <summary>Checks a target column and turns it into numbers.</summary>
internal sealed class TargetReader(Table table, Column column, TargetOptions options)
{
    private const int FewestRows = 10;
    private const int SmallClass = 10;

    private readonly List<Finding> _findings = [];

    public Target Read()
    {
        RefuseUnusable();
        int[] rows = PresentRows();
        (TaskKind task, string reason) = options.Task is TaskKind chosen
            ? (chosen, "as asked for")
            : TaskInference.Of(column);
        if (options.Positive is not null && task != TaskKind.Binary)
        {
            throw Error(
                $"a positive class can be named for a binary target only, but this one is {TaskNames.NameOf(task)}.");
        }

        RefuseNumbersThatDoNotFit(task, rows);
        return task is TaskKind.Regression or TaskKind.Counts
            ? Finish(task, reason, rows, [.. rows.Select(row => column.Numbers[row])], [])
            : ReadClasses(task, reason, rows);
    }

    private Target Finish(TaskKind task, string reason, int[] rows, double[] values, string[] classNames) =>
        new(column.Name, task, reason, rows, values, classNames, [.. _findings]);

    private void RefuseUnusable()
    {
        if (column.FirstInvalid is InvalidCell cell)
        {
            throw Error(
                $"'{cell.Text}' is not a number; correct the cell, or leave it empty to drop the row.", cell.Row);
        }

        int present = table.RowCount - column.MissingCount;
        int fewest = options.IsToBeLearnt ? FewestRows : 1;
        if (present < fewest)
        {
            throw Error(
                $"{present} {(present == 1 ? "row has" : "rows have")} a target; at least {fewest} "
                + $"{(fewest == 1 ? "is" : "are")} needed.");
        }

        if (column.IsConstant && options.IsToBeLearnt)
        {
            throw Error("every target is the same; there is nothing to learn.");
        }
    }

    private int[] PresentRows()
    {
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(row => !IsMissing(row))];
        int missing = table.RowCount - rows.Length;
        if (missing > 0)
        {
            string told = missing == 1
                ? "1 row has no target and is left out"
                : $"{missing} rows have no target and are left out";
            int first = Enumerable.Range(0, table.RowCount).First(IsMissing);
            _findings.Add(new Finding(told, column.Name, table.LineOf(first)));
        }

        return rows;
    }

    private bool IsMissing(int row) => column.Kind == ColumnKind.Numeric
        ? double.IsNaN(column.Numbers[row])
        : column.Codes[row] == Column.MissingCode;

    private void RefuseNumbersThatDoNotFit(TaskKind task, int[] rows)
    {
        if (task is TaskKind.Regression or TaskKind.Counts && column.Kind == ColumnKind.Categorical)
        {
            int row = rows[0];
            string level = column.Levels[column.Codes[row]];
            throw Error($"'{level}' is not a number; {TaskNames.NameOf(task)} needs numbers.", table.LineOf(row));
        }

        if (task == TaskKind.Counts)
        {
            foreach (int row in rows)
            {
                double value = column.Numbers[row];
                if (value < 0 || value != Math.Floor(value))
                {
                    string text = value.ToString(Invariant);
                    throw Error($"{text} is no count; counts are 0, 1, 2, …", table.LineOf(row));
                }
            }
        }
    }

    private Target ReadClasses(TaskKind task, string reason, int[] rows)
    {
        Levels levels = column.Kind == ColumnKind.Numeric
            ? Levels.OfNumbers(column, rows)
            : Levels.OfTexts(column, rows);
        int classes = levels.Names.Length;
        if (task == TaskKind.Binary && classes != 2)
        {
            throw Error($"has {classes} classes ({levels.Listed}); a binary target has two.");
        }

        if (2 * classes > rows.Length && options.IsToBeLearnt)
        {
            string advice = ColumnFindings.IsDateLike(column)
                ? " It looks like dates: to predict when, derive a number, such as days since the first."
                : "";
            throw Error($"has {classes} classes in {rows.Length} rows: fewer than two rows a class.{advice}");
        }

        if (task == TaskKind.Binary)
        {
            levels = PositiveClass.PutLast(levels, options.Positive, Error);
            reason = $"{reason}; '{levels.Names[1]}' is positive";
        }

        if (levels.Counts.Min() < SmallClass && options.IsToBeLearnt)
        {
            int rarest = Array.IndexOf(levels.Counts, levels.Counts.Min());
            int members = levels.Counts[rarest];
            string size = members == 1 ? "1 row" : $"{members} rows";
            _findings.Add(new Finding($"class '{levels.Names[rarest]}' has only {size}", column.Name));
        }

        return Finish(task, reason, rows, [.. levels.Codes.Select(code => (double)code)], levels.Names);
    }

    private DataFileException Error(string reason) => Error(reason, null);

    private DataFileException Error(string reason, int? row) => new(table.Name, reason, row, column.Name);
}
