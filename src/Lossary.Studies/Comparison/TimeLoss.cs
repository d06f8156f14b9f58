using Lossary.Data;
using Lossary.Losses;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Losses of times of which some are only bounds.</summary>
internal static class TimeLoss
{
    private static readonly string[] Times = ["time", "event"];

    private static readonly ArrayRoles Hazard = new() { Outputs = ["log-hazard"], Targets = Times };

    private static readonly ArrayRoles LogTime = new() { Outputs = ["location", "log-scale"], Targets = Times };

    /// <summary>How a loss of censored times meets network and data; null for other losses.</summary>
    public static ArrayRoles? RolesOf(ILoss loss) => loss.Card.Key switch
    {
        "cox" or "cox-efron" or "cox-exact" => Hazard,
        "weibull-aft" or "log-normal-aft" or "log-logistic-aft" => LogTime,
        _ => null,
    };

    /// <summary>Whether a loss is one that a comparison can train.</summary>
    public static bool Is(ILoss loss) => RolesOf(loss) is not null;

    /// <summary>Why a network cannot be trained with it for a target; null if it can.</summary>
    public static string? RefusalOf(ILoss loss, Target target)
    {
        bool isOrder = RolesOf(loss) == Hazard;
        if (target.IsClass || target.Events.IsEmpty)
        {
            return $"{loss.Card.Key} takes times of which some are only bounds: name the column that holds 1 where "
                + $"the event was "
                + "seen by --censored, and read the times as numbers (--task regression)";
        }

        if (isOrder && !target.Weights.IsEmpty)
        {
            return $"{loss.Card.Key} is one term over all rows, and takes no weights of them";
        }

        foreach (double time in target.Values)
        {
            if (!isOrder && time <= 0)
            {
                return FormattableString.Invariant(
                    $"{loss.Card.Key} takes times above 0, but '{target.Name}' holds {time}");
            }
        }

        return null;
    }

    /// <summary>Times and events as the loss takes them, [rows, 2].</summary>
    /// <remarks>
    /// Only the order of times counts for a hazard: their ranks stand for them. Others are divided by the median, so
    /// that locations of log-times are near 0.
    /// </remarks>
    public static float[] TargetsOf(ILoss loss, FoldPart part, double unit)
    {
        double[] distinct = [.. part.Targets.Distinct().Order()];
        float[] targets = new float[2 * part.Count];
        for (int i = 0; i < part.Count; i++)
        {
            targets[2 * i] = RolesOf(loss) == Hazard
                ? 1 + Array.BinarySearch(distinct, part.Targets[i])
                : (float)(part.Targets[i] / unit);
            targets[(2 * i) + 1] = part.Events![i] ? 1 : 0;
        }

        return targets;
    }

    /// <summary>Numbers that are the higher, the later the event is predicted, [rows].</summary>
    public static Predictions ResponseOf(ILoss loss, ReadOnlySpan<float> raw, FoldPart part, Target target, double unit)
    {
        int width = RolesOf(loss)!.Outputs.Count;
        double[] values = new double[part.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = width == 1 ? -raw[i] : unit * Math.Exp(raw[i * width]);
        }

        return Predictions.OfNumbers(target.Task, values, part.Targets, part.Weights, part.Queries, part.Events);
    }
}
