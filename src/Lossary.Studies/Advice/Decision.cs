using System.Globalization;
using Lossary.Data;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>The decision table held against a case.</summary>
internal sealed class Decision
{
    private readonly AdviceCase _case;
    private readonly Target _target;
    private readonly ComparisonOptions _options;
    private readonly List<AdviceWarning> _warnings = [];

    private Decision(AdviceCase at, Target target)
    {
        _case = at;
        _target = target;
        _options = new ComparisonOptions().With(at.Needs, target);
        (Rule Rule, RuleTrace Trace)[] looked =
        [
            .. DecisionTable.Rules.Where(rule => rule.Tasks.Contains(at.Task)).Select(rule => (rule, rule.Look(at))),
        ];
        Trace = [.. looked.Select(pair => pair.Trace)];
        (Rule Rule, RuleTrace Trace)[] fired =
            [.. looked.Where(pair => pair.Trace.Fires && pair.Rule.Recommend is not null)];
        (Rule decisive, RuleTrace why) = fired[0];
        IsFinal = decisive.IsFinal;
        Suggestion[] asked = [.. Suggest(decisive, decisive.Recommend!, why).Where(IsTrainable)];
        Suggestion[] own =
            [.. decisive.Alternatives.SelectMany(recipe => Suggest(decisive, recipe, why)).Where(IsTrainable)];
        Suggestion[] later = decisive.IsFinal
            ? []
            :
            [
                .. fired.Skip(1)
                    .SelectMany(pair => Suggest(pair.Rule, pair.Rule.Recommend!, pair.Trace))
                    .Where(IsTrainable),
            ];

        // What a later rule recommends has its own reasons; these say more than that the first rule knows it too.
        own = asked.Length == 0
            ? own
            : [.. own.Select(known => Array.Find(later, other => IsSame(other, known)) ?? known)];
        Suggestion[] all = [.. asked, .. own, .. later, .. Suggest(decisive, Baseline, why)];
        Asked = Math.Max(1, asked.Length);
        Recommended = all[0];
        string[] avoided = [.. decisive.Avoids.Select(avoidance => avoidance.Name)];
        Untrained = Name(decisive, why);
        Alternatives =
        [
            .. all.Skip(1).SkipLast(1)
                .Where(suggestion => !avoided.Contains(KeyOf(suggestion.Objective)))
                .DistinctBy(suggestion => suggestion.Objective.Name)
                .Where(suggestion => suggestion.Objective.Name != Recommended.Objective.Name),
        ];
        WarnOf(decisive, asked.Length == 0);
        _warnings.AddRange(looked.Where(pair => pair.Trace.Fires && pair.Rule.Recommend is null)
            .Select(pair => new AdviceWarning(pair.Rule.Id, WithReasons(pair.Trace, pair.Rule.Because))));
        _warnings.AddRange(OutcomeWarnings.Of(Recommended, at));
    }

    public Suggestion Recommended { get; }

    public IReadOnlyList<UntrainedSuggestion> Untrained { get; }

    public IReadOnlyList<Suggestion> Alternatives { get; }

    public IReadOnlyList<AdviceWarning> Warnings => _warnings;

    public IReadOnlyList<RuleTrace> Trace { get; }

    /// <summary>How many objectives the decisive rule recommends.</summary>
    public int Asked { get; }

    /// <summary>Whether the user's need leaves no room for other objectives than the rule's own.</summary>
    public bool IsFinal { get; }

    private Recipe Baseline => new(DecisionTable.BaselineOf(_case.Task));

    public static Decision Of(AdviceCase at, Target target) => new(at, target);

    private bool IsTrainable(Suggestion suggestion) =>
        Candidates.Refusal(suggestion.Objective, _target, _options) is null;

    private static bool IsSame(Suggestion one, Suggestion other) => one.Objective.Name == other.Objective.Name;

    private static string KeyOf(Objective objective) =>
        objective.Loss.Card.Key + (objective.Adjustment is null ? "" : $"+{objective.Adjustment.Card.Key}");

    private static string UseOf(Objective objective) => objective.Adjustment?.Card.Use ?? objective.Loss.Card.Use;

    private static string ReferenceOf(Objective objective) =>
        objective.Adjustment?.Card.Reference ?? objective.Loss.Card.Reference;

    private IEnumerable<Suggestion> Suggest(Rule rule, Recipe recipe, RuleTrace trace)
    {
        if (!recipe.IsAvailable)
        {
            yield break;
        }

        Reason[] reasons = [.. trace.Checks.Concat(Shown(rule)).SelectMany(check => check.Reasons)];
        foreach (Recipe.Prepared prepared in recipe.For(_case))
        {
            Objective objective = prepared.Objective;
            bool isRecommended = recipe == rule.Recommend;
            yield return new()
            {
                Objective = objective,
                ObjectiveInComparison = prepared.ObjectiveInComparison,
                Parameters = prepared.Parameters,
                RuleId = rule.Id,
                Reasons = reasons,
                Because = isRecommended ? rule.Because : UseOf(objective),
                Means = Meaning.Of(objective, _case.Task),
                Avoids = rule.Avoids,
                Source = isRecommended ? rule.Source : ReferenceOf(objective),
                Confidence = ConfidenceOf(reasons),
            };
        }
    }

    private UntrainedSuggestion[] Name(Rule rule, RuleTrace trace) =>
    [
        .. (rule.Ideal?.Cards ?? []).Select(card => new UntrainedSuggestion
        {
            Key = card.Key,
            Title = card.Title,
            TrainedBy = TrainedBy(card),
            Takes = rule.Ideal!.Takes,
            RuleId = rule.Id,
            Reasons = [.. trace.Checks.SelectMany(check => check.Reasons)],
            Use = card.Use,
            Source = card.Reference,
            Nearest = Recommended.Objective,
        }),
    ];

    private static string? TrainedBy(LossCard card) =>
        DistributionHead.Find(card.Key) is { NumberOf: null }
            ? "--quantiles " + string.Join(
                ',', Advisor.Deciles.Select(level => level.ToString(CultureInfo.InvariantCulture)))
        : QueryLoss.Is(LossCatalogue.Create(card.Key)) ? "--task regression"
        : null;

    private IEnumerable<Check> Shown(Rule rule) =>
        rule.Shows.Select(condition => condition.Look(_case)).Where(check => check.Holds);

    private static Confidence ConfidenceOf(Reason[] reasons) =>
        reasons.Any(reason => reason.Fact is null) ? Confidence.Stated
        : reasons.Any(reason => reason.Doubt is not null) ? Confidence.Borderline
        : reasons.Length > 0 ? Confidence.Clear
        : Confidence.Stated;

    private void WarnOf(Rule decisive, bool isReplaced)
    {
        if (decisive.Ideal is Ideal ideal)
        {
            string lack = ideal.Cards.Count == 0 ? $"Right would be {ideal.Text}, which is not in the catalogue yet"
                : TrainedBy(ideal.Cards[0]) is string option
                    ? $"{ideal.Cards[0].Key} is made for this, and compare trains it with {option}"
                    : $"{ideal.Cards[0].Key} is made for this, but compare cannot train it yet";
            _warnings.Add(new(decisive.Id, $"{lack}; the nearest here is {Recommended.Objective}."));
        }

        if (isReplaced)
        {
            _warnings.Add(new(
                decisive.Id,
                $"Right would be {decisive.Recommend!.Key}, which cannot be trained for this target here; the "
                    + $"nearest is {Recommended.Objective}."));
        }

        if (decisive.Note is string note)
        {
            _warnings.Add(new(decisive.Id, note));
        }
    }

    private static string WithReasons(RuleTrace trace, string text) =>
        $"{text} ({string.Join(", ", trace.Checks.SelectMany(check => check.Reasons).Select(reason => reason.Text))})";
}
