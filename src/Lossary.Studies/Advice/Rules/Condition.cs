namespace Lossary.Studies;

/// <summary>Something that holds of data and needs, or does not.</summary>
/// <param name="Describe">The condition in words, its limits as given.</param>
/// <param name="Look">Holds it against a case.</param>
internal sealed record Condition(Func<Thresholds, string> Describe, Func<AdviceCase, Check> Look)
{
    /// <summary>A fact above a threshold.</summary>
    public static Condition Above(FactCard fact, ThresholdCard threshold) =>
        Compare(fact, ">", limits => limits[threshold], (value, limit) => value > limit, threshold);

    /// <summary>A fact at a threshold or above it.</summary>
    public static Condition AtLeast(FactCard fact, ThresholdCard threshold) =>
        Compare(fact, "≥", limits => limits[threshold], (value, limit) => value >= limit, threshold);

    /// <summary>A fact at a threshold or below it.</summary>
    public static Condition AtMost(FactCard fact, ThresholdCard threshold) =>
        Compare(fact, "≤", limits => limits[threshold], (value, limit) => value <= limit, threshold);

    /// <summary>A fact below a threshold.</summary>
    public static Condition Below(FactCard fact, ThresholdCard threshold) =>
        Compare(fact, "<", limits => limits[threshold], (value, limit) => value < limit, threshold);

    /// <summary>A fact above a number that is no matter of choice.</summary>
    public static Condition Above(FactCard fact, double limit) =>
        Compare(fact, ">", _ => limit, (value, bound) => value > bound);

    /// <summary>
    /// A fact whose 95 % interval is above a number that is no matter of choice; without one, its value.
    /// </summary>
    public static Condition SurelyAbove(FactCard fact, double limit)
    {
        string text = $"{fact.Title} surely > {FactText.Of(limit, fact.Unit)}";
        return new(_ => text, at =>
        {
            if (!at.Facts.TryGet(fact, out Fact? found))
            {
                return new(text, false, FactText.Absent);
            }

            double low = found.Low ?? found.Value;
            string seen = $"{FactText.Of(low, fact.Unit)} at least";
            Reason reason = new($"{fact.Title} {seen}", fact, found.Value, null, limit);
            return new(text, low > limit, seen) { Reasons = [reason] };
        });
    }

    /// <summary>A fact at a number that is no matter of choice, or above it.</summary>
    public static Condition AtLeast(FactCard fact, double limit) =>
        Compare(fact, "≥", _ => limit, (value, bound) => value >= bound);

    /// <summary>A fact at a number that is no matter of choice, or below it.</summary>
    public static Condition AtMost(FactCard fact, double limit) =>
        Compare(fact, "≤", _ => limit, (value, bound) => value <= bound);

    /// <summary>A fact that is 0 or 1 and must be 1.</summary>
    public static Condition Flag(FactCard fact) => new(
        _ => fact.Title,
        at => at.Facts[fact] is double value
            ? new(fact.Title, value > 0, value > 0 ? "yes" : "no") { Reasons = [new(fact.Title, fact, value)] }
            : new(fact.Title, false, FactText.Absent));

    /// <summary>Something that the user stated.</summary>
    /// <param name="text">The condition: <c>--costs is stated</c>.</param>
    /// <param name="holds">Whether it is.</param>
    /// <param name="seen">What was stated.</param>
    public static Condition Stated(string text, Func<Needs, bool> holds, Func<Needs, string> seen) => new(
        _ => text,
        at => holds(at.Needs)
            ? new(text, true, seen(at.Needs)) { Reasons = [new($"you stated {seen(at.Needs)}")] }
            : new(text, false, "not stated"));

    /// <summary>Something of the case that is no fact.</summary>
    public static Condition Where(string text, Func<AdviceCase, bool> holds, Func<AdviceCase, string> seen) => new(
        _ => text, at => new(text, holds(at), seen(at)) { Reasons = holds(at) ? [new($"{text} ({seen(at)})")] : [] });

    /// <summary>At least one of several.</summary>
    public static Condition Any(params Condition[] conditions) => new(
        limits => string.Join(" or ", conditions.Select(condition => condition.Describe(limits))),
        at =>
        {
            Check[] checks = [.. conditions.Select(condition => condition.Look(at))];
            Check[] held = [.. checks.Where(check => check.Holds)];
            return new(
                string.Join(" or ", checks.Select(check => check.Condition)),
                held.Length > 0,
                string.Join("; ", checks.Select(check => check.Seen)))
            {
                Reasons = [.. held.SelectMany(check => check.Reasons)]
            };
        });

    /// <summary>All of several, inside <see cref="Any"/>.</summary>
    public static Condition All(params Condition[] conditions) => new(
        limits => $"({string.Join(" and ", conditions.Select(condition => condition.Describe(limits)))})",
        at =>
        {
            Check[] checks = [.. conditions.Select(condition => condition.Look(at))];
            bool holds = checks.All(check => check.Holds);
            return new(
                $"({string.Join(" and ", checks.Select(check => check.Condition))})",
                holds,
                string.Join(", ", checks.Select(check => check.Seen)))
            {
                Reasons = holds ? [.. checks.SelectMany(check => check.Reasons)] : []
            };
        });

    private static Condition Compare(
        FactCard fact,
        string sign,
        Func<Thresholds, double> limitOf,
        Func<double, double, bool> holds,
        ThresholdCard? threshold = null)
    {
        string Text(double limit) => $"{fact.Title} {sign} {FactText.Of(limit, fact.Unit)}";
        return new(limits => Text(limitOf(limits)), at =>
        {
            double limit = limitOf(at.Thresholds);
            if (!at.Facts.TryGet(fact, out Fact? found))
            {
                return new(Text(limit), false, FactText.Absent);
            }

            string seen = FactText.Of(found);
            string told = fact.Unit == FactUnit.PValue
                ? $"{fact.Title}: p {(seen.StartsWith('<') ? "" : "= ")}{seen}"
                : $"{fact.Title} {seen} {sign} {FactText.Of(limit, fact.Unit)}";
            Reason reason = new(told, fact, found.Value, threshold, limit)
            {
                Doubt = found is { Low: double low, High: double high } && low <= limit && limit <= high
                    ? $"{fact.Title} may be from {FactText.Of(low, fact.Unit)} to {FactText.Of(high, fact.Unit)} (95 %)"
                    : null,
            };
            return new(Text(limit), holds(found.Value, limit), seen) { Reasons = [reason] };
        });
    }
}
