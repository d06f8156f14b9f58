namespace Lossary.Data;

/// <summary>Reads the columns that tell about the target's rows rather than serve as features.</summary>
internal sealed class CompanionReader(Table table, Target target)
{
    private static readonly string[] Seen = ["1", "TRUE", "YES"];
    private static readonly string[] NotSeen = ["0", "FALSE", "NO"];

    private readonly List<Finding> _findings = [];

    /// <summary>How the columns were read, where that is not plain.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The rows' weights, [count].</summary>
    public double[] Weights(string name)
    {
        Column column = ColumnOf(name, "weights");
        if (column.Kind != ColumnKind.Numeric)
        {
            throw Error("weights must be numbers.", name);
        }

        double[] weights = new double[target.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            int row = target.Rows[i];
            double weight = column.Numbers[row];
            weights[i] = weight >= 0
                ? weight
                : throw Error(
                    (double.IsNaN(weight) ? "a weight is missing" : $"{weight.ToString(Invariant)} is no weight")
                    + "; weights are numbers that are not negative.",
                    name,
                    row);
        }

        return Array.Exists(weights, weight => weight > 0) ? weights : throw Error("every weight is 0.", name);
    }

    /// <summary>Whether each target was observed, [count].</summary>
    public bool[] Events(string name)
    {
        Column column = ColumnOf(name, "event indicator");
        bool[] events = new bool[target.Count];
        if (IsCodedByOneAndTwo(column))
        {
            _findings.Add(new("1 and 2 are read as survival data of R codes them: 1 a bound, 2 observed", name));
            return [.. target.Rows.ToArray().Select(row => TextOf(column, row) == "2")];
        }

        for (int i = 0; i < events.Length; i++)
        {
            int row = target.Rows[i];
            string text = TextOf(column, row);
            events[i] = Seen.Contains(text, StringComparer.OrdinalIgnoreCase)
                || (!NotSeen.Contains(text, StringComparer.OrdinalIgnoreCase)
                    ? throw Error(
                        (text.Length == 0 ? "an event indicator is missing" : $"'{text}' is no event indicator")
                        + "; write 1 where the target was observed, 0 where it is only a bound.",
                        name,
                        row)
                    : false);
        }

        return events.Distinct().Count() == 2 ? events
            : throw Error(
                events[0]
                ? "every target is observed; nothing is censored."
                : "no target is observed; there is nothing to learn.",
                name);
    }

    /// <summary>The query of each target, from 0 in the order of their first rows, [count].</summary>
    public int[] Queries(string name)
    {
        Column column = ColumnOf(name, "query");
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        int[] queries = new int[target.Count];
        for (int i = 0; i < queries.Length; i++)
        {
            int row = target.Rows[i];
            string text = TextOf(column, row);
            if (text.Length == 0)
            {
                throw Error("a row has no query.", name, row);
            }

            known.TryAdd(text, known.Count);
            queries[i] = known[text];
        }

        return known.Count == 1 ? throw Error("all rows are of one query; there is no other to judge by.", name)
            : known.Count == queries.Length ? throw Error(
                "every query has one row; there is nothing to put in order.", name)
            : queries;
    }

    /// <summary>Whether the column holds 1 and 2, both and nothing else.</summary>
    private bool IsCodedByOneAndTwo(Column column)
    {
        HashSet<string> texts = [];
        foreach (int row in target.Rows)
        {
            texts.Add(TextOf(column, row));
        }

        return texts.SetEquals(["1", "2"]);
    }

    private Column ColumnOf(string name, string use)
    {
        Column column = table.Column(name);
        return name != target.Name ? column : throw Error($"the target cannot be the {use} as well.", name);
    }

    private static string TextOf(Column column, int row) => column.Kind switch
    {
        ColumnKind.Numeric => double.IsNaN(column.Numbers[row]) ? "" : column.Numbers[row].ToString("R", Invariant),
        ColumnKind.Categorical when column.Codes[row] != Column.MissingCode => column.Levels[column.Codes[row]],
        _ => "",
    };

    private DataFileException Error(string reason, string column, int? row = null) =>
        new(table.Name, reason, row is int at ? table.LineOf(at) : null, column);
}
