using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>A column of predictions beside its targets, and how losses and metrics are to read it.</summary>
internal sealed class PredictionColumn
{
    private readonly double[] _values;
    private readonly PredictionKind _kind;

    private PredictionColumn(Target target, double[] values, PredictionKind kind)
    {
        Target = target;
        _values = values;
        _kind = kind;
    }

    public Target Target { get; }

    public static PredictionColumn Read(Table table, Target target, string name)
    {
        Column column = table.Column(name);
        double[] values = new double[target.Count];
        bool isNamed = target.IsClass && (column.Kind == ColumnKind.Categorical || target.Task == TaskKind.MultiClass);
        for (int i = 0; i < values.Length; i++)
        {
            int row = target.Rows[i];
            values[i] = isNamed ? ClassOf(table, column, row, target) : NumberOf(table, column, row);
        }

        return new(target, values, KindOf(target, values, isNamed));
    }

    public Predictions ToPredictions() => _kind switch
    {
        PredictionKind.Number => Predictions.OfNumbers(Target.Task, _values, Target.Values.ToArray()),
        PredictionKind.Probability => Predictions.OfProbabilities(_values, Target.Classes.ToArray(), 2),
        PredictionKind.Score => Predictions.OfScores(_values, Target.Classes.ToArray(), 2),
        _ => Predictions.OfScores(OneHot(), Target.Classes.ToArray(), Target.ClassNames.Count),
    };

    /// <summary>Raw predictions and targets for a loss; false where its link or its domains do not fit.</summary>
    public bool TryFit(LossCard card, out double[] raw, out double[] targets)
    {
        raw = [.. _values.Select(value => Raw(value, card.Link))];
        targets = [.. Target.Values.ToArray().Select(t => card.Target.EndsOnly ? (2 * t) - 1 : t)];
        bool isReadable = (_kind, card.Link) switch
        {
            (PredictionKind.Number, Link.Identity or Link.Log) => true,
            (PredictionKind.Probability, Link.Logit) => true,
            (PredictionKind.Score, Link.Logit or Link.Score) => true,
            _ => false,
        };
        return isReadable
            && Array.TrueForAll(raw, value => card.Prediction.Contains(value))
            && Array.TrueForAll(targets, value => card.Target.Contains(value));
    }

    private double Raw(double value, Link link) => (_kind, link) switch
    {
        (PredictionKind.Number, Link.Log) => RealFunctions.Log(value),
        (PredictionKind.Probability, Link.Logit) => RealFunctions.Log(value) - RealFunctions.Log1P(-value),
        _ => value,
    };

    private double[] OneHot()
    {
        int classes = Target.ClassNames.Count;
        if (classes == 2)
        {
            return [.. _values.Select(value => (2 * value) - 1)];
        }

        double[] scores = new double[_values.Length * classes];
        for (int i = 0; i < _values.Length; i++)
        {
            scores[(i * classes) + (int)_values[i]] = 1;
        }

        return scores;
    }

    private static PredictionKind KindOf(Target target, double[] values, bool isNamed)
    {
        if (!target.IsClass)
        {
            return PredictionKind.Number;
        }

        if (isNamed)
        {
            return PredictionKind.Class;
        }

        return Array.TrueForAll(values, value => value is >= 0 and <= 1) ? PredictionKind.Probability : PredictionKind.Score;
    }

    private static double NumberOf(Table table, Column column, int row) =>
        column.Kind == ColumnKind.Numeric && double.IsFinite(column.Numbers[row])
            ? column.Numbers[row]
            : throw new DataFileException(table.Name, "a prediction must be a finite number.", table.LineOf(row), column.Name);

    private static double ClassOf(Table table, Column column, int row, Target target)
    {
        string text = column.Kind == ColumnKind.Numeric
            ? column.Numbers[row].ToString("R", System.Globalization.CultureInfo.InvariantCulture)
            : column.Kind == ColumnKind.Categorical && column.Codes[row] >= 0 ? column.Levels[column.Codes[row]] : "";
        for (int i = 0; i < target.ClassNames.Count; i++)
        {
            if (target.ClassNames[i] == text)
            {
                return i;
            }
        }

        throw new DataFileException(
            table.Name, $"'{text}' is none of the classes {string.Join(", ", target.ClassNames)}.", table.LineOf(row), column.Name);
    }

    private enum PredictionKind
    {
        Number,
        Probability,
        Score,
        Class,
    }
}
