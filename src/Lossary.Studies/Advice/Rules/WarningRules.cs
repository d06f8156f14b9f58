using Lossary.Data;
using static Lossary.Studies.Condition;
using static Lossary.Studies.ThresholdCatalogue;

namespace Lossary.Studies;

/// <summary>Rules that recommend nothing: what to know of the data whatever the loss.</summary>
internal static class WarningRules
{
    private static readonly TaskKind[] AnyTask = Enum.GetValues<TaskKind>();

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Id = "few-rows",
            Tasks = AnyTask,
            When = [Below(FactCatalogue.Rows, FewRows)],
            Because = "With so few rows every fact above is a guess, and differences between losses will drown in "
                + "chance.",
            Source = "engineering judgement",
        },
        new()
        {
            Id = "nothing-explained",
            Tasks = AnyTask,
            When = [Below(FactCatalogue.Explained, Explained)],
            Because = "The features say next to nothing of the target: no loss will change that, look for better "
                + "features first.",
            Source = "engineering judgement",
        },
        new()
        {
            Id = "conflicting-duplicates",
            Tasks = [TaskKind.Binary, TaskKind.MultiClass],
            When = [Above(FactCatalogue.ConflictShare, Conflicts)],
            Because = "Rows with the same features have different classes: either labels are wrong (state --noise) "
                + "or features are missing that would part them.",
            Source = "C. G. Northcutt et al., Pervasive Label Errors, 2021, arXiv:2103.14749",
        },
        new()
        {
            Id = "few-decide-by-weight",
            Tasks = AnyTask,
            When = [Below(FactCatalogue.EffectiveWeightShare, EffectiveWeights)],
            Because = "The weights let a part of the rows decide. Every loss here takes weights; its mean divides by "
                + "their sum.",
            Source = "L. Kish, Survey Sampling, 1965",
        },
        new()
        {
            Id = "few-events",
            Tasks = AnyTask,
            When = [Below(FactCatalogue.Events, FewEvents)],
            Because = "So few observed events bear few parameters: ten events a feature is the usual demand.",
            Source = "P. Peduzzi et al., Importance of Events per Independent Variable in Proportional Hazards "
                + "Regression Analysis II, 1995, doi:10.1016/0895-4356(95)00048-8",
        },
        new()
        {
            Id = "censored-classes",
            Tasks = [TaskKind.Binary, TaskKind.MultiClass],
            When = [Statements.Censored],
            Because = "--censored is for numbers: name the column of the times as the target (--task regression where "
                + "they are few), and the one that says whether the event was seen by --censored.",
            Source = "engineering judgement",
        },
        new()
        {
            Id = "queries-without-order",
            Tasks = AnyTask,
            When = [Above(FactCatalogue.LevelQueries, LevelQueries)],
            Because = "Queries whose rows all have one grade teach no loss of pairs or lists anything, and NDCG is not "
                + "defined for those without a relevant row.",
            Source = "O. Chapelle, Y. Chang, Yahoo! Learning to Rank Challenge Overview, 2011",
        },
        new()
        {
            Id = "rare-class-accuracy",
            Tasks = [TaskKind.Binary],
            When = [Below(FactCatalogue.SmallestShare, RareClass)],
            Because = "One class is rare: accuracy is high for whoever never predicts it. Judge by --metric pr-auc "
                + "or f1, and tune the threshold.",
            Source = "T. Saito, M. Rehmsmeier, The Precision-Recall Plot Is More Informative, 2015, "
                + "doi:10.1371/journal.pone.0118432",
        },
        new()
        {
            Id = "costs-of-several-classes",
            Tasks = [TaskKind.MultiClass],
            When = [Statements.Costs],
            Because = "Two numbers are for numbers and two classes. Of several classes, write what it costs to take "
                + "each for each other into a file: --costs FILE.csv, with the classes in the header and in the first "
                + "column.",
            Source = "C. Elkan, The Foundations of Cost-Sensitive Learning, 2001",
        },
        new()
        {
            Id = "quantiles-of-classes",
            Tasks = [TaskKind.Binary, TaskKind.MultiClass],
            When = [Statements.Quantiles],
            Because = "--quantiles is for numbers; classes have probabilities, which proper losses give.",
            Source = "engineering judgement",
        },
        new()
        {
            Id = "periodic-classes",
            Tasks = [TaskKind.Counts, TaskKind.Binary, TaskKind.MultiClass],
            When = [Statements.Periodic],
            Because = "--periodic is for numbers (--task regression where they are whole); classes have no distance.",
            Source = "engineering judgement",
        },
        new()
        {
            Id = "costs-beside-quantiles",
            Tasks = [TaskKind.Regression, TaskKind.Counts],
            When = [Statements.Quantiles, Statements.Costs],
            Because = "--quantiles decides, and --costs does not count beside it: the cheapest prediction is a "
                + "quantile itself, the one at their ratio.",
            Source = "T. Gneiting, Making and Evaluating Point Forecasts, 2011, doi:10.1198/jasa.2011.r10138",
        },
        new()
        {
            Id = "query-beside-censored",
            Tasks = [TaskKind.Regression, TaskKind.Counts],
            When = [Statements.Censored, Statements.Query],
            Because = "--censored decides, and --query does not count beside it: no loss here orders censored rows "
                + "within groups.",
            Source = "engineering judgement",
        },
    ];
}
