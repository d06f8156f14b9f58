using Lossary.Data;
using Lossary.Losses;
using Lossary.Tensors;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Losses of rows of scores that read a table of the classes beside them, or none.</summary>
internal static class ClassArrayLoss
{
    /// <summary>The loss that is trained on what mistakes cost.</summary>
    public const string ExpectedCost = "expected-cost";

    /// <summary>Which table each reads; null for none.</summary>
    private static readonly Dictionary<string, string?> s_tables = new(StringComparer.Ordinal)
    {
        [ExpectedCost] = "cost",
        ["forward-correction"] = "transition",
        ["backward-correction"] = "transition",
        ["active-passive"] = null,
    };

    /// <summary>Whether a loss is one that a comparison can train.</summary>
    public static bool Is(ILoss loss) => s_tables.ContainsKey(loss.Card.Key);

    /// <summary>
    /// Whether a loss is least at the probabilities of the true classes, where labels are wrong as often as stated.
    /// </summary>
    public static bool IsCorrection(ILoss loss) => Is(loss) && s_tables[loss.Card.Key] == "transition";

    /// <summary>Why a network cannot be trained with it; null if it can.</summary>
    public static string? RefusalOf(ILoss loss, Target target, ComparisonOptions options)
    {
        if (!target.IsClass)
        {
            return $"{loss.Card.Key} is for classes, but the target '{target.Name}' is {TaskNames.NameOf(target.Task)}";
        }

        if (loss.Card.Key == ExpectedCost && target.Task == TaskKind.Binary)
        {
            return $"{ExpectedCost} is for several classes; cost-sensitive is for two";
        }

        string? refusal = s_tables[loss.Card.Key] switch
        {
            "cost" when options.ClassCosts.Count == 0 =>
                $"{loss.Card.Key} takes what it costs to take each class for each other: name a file by --costs "
                + $"FILE.csv",
            "transition" when options.Flips.Count == 0 =>
                $"{loss.Card.Key} takes how often labels are wrong: --noise 0.2, or a file with a share for each pair "
                + $"of classes, "
                + "--noise FILE.csv",
            _ => null,
        };
        return refusal ?? SingularityOf(loss, target, options);
    }

    /// <summary>How it meets network and data.</summary>
    public static ArrayRoles RolesOf(ILoss loss, Target target, ComparisonOptions options)
    {
        int classes = target.ClassNames.Count;
        Dictionary<string, Tensor<float>> constants = new(StringComparer.Ordinal);
        if (s_tables[loss.Card.Key] is string table)
        {
            IReadOnlyList<double> numbers = table == "cost" ? options.ClassCosts : options.Flips;
            constants[table] = new(new Shape(classes, classes), (float[])[.. numbers.Select(number => (float)number)]);
        }

        return new() { Outputs = ["score"], Width = classes, Targets = ["target"], Constants = constants };
    }

    /// <summary>
    /// Backward correction needs the inverse of the rates, which the loss itself says where there is none.
    /// </summary>
    private static string? SingularityOf(ILoss loss, Target target, ComparisonOptions options)
    {
        ArrayRoles roles = RolesOf(loss, target, options);
        LossInputs<float> inputs = new()
        {
            ["score"] = new Tensor<float>(new Shape(1, roles.OutputCount), new float[roles.OutputCount]),
            ["target"] = new Tensor<float>(new Shape(1), new float[1]),
        };
        foreach ((string name, Tensor<float> table) in roles.Constants)
        {
            inputs[name] = table;
        }

        try
        {
            ((IArrayLoss)loss).Evaluate(inputs);
            return null;
        }
        catch (ArgumentException)
        {
            return $"{loss.Card.Key} cannot tell the classes apart: by these rates two of them are labelled alike";
        }
    }
}
