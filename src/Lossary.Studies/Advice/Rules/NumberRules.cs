using Lossary.Data;
using static Lossary.Studies.Condition;

namespace Lossary.Studies;

/// <summary>What the user's needs decide of numbers and counts, before the data is asked.</summary>
internal static class NumberRules
{
    private static readonly TaskKind[] Numbers = [TaskKind.Regression, TaskKind.Counts];

    private static readonly Estimate Deciles = new("level", "0.1, 0.5 and 0.9", _ => Advisor.Deciles);

    public static IReadOnlyList<Rule> All { get; } =
    [
        new()
        {
            Id = "quantiles",
            Tasks = Numbers,
            When = [Statements.Quantiles],
            Recommend = new("quantile", Estimates.AskedLevels),
            Avoids = [new("squared", "a mean plus an assumed spread is an interval only where the noise is normal "
                + "and even")],
            Note = "One network with an output for each quantile learns them together. Where lines cross, as they may "
                + "on few rows, sort them row by row: that is never worse.",
            Because = "The pinball loss is least at the quantile itself, whatever the distribution.",
            Source = "R. Koenker, G. Bassett, Regression Quantiles, 1978, doi:10.2307/1913643",
            IsFinal = true,
        },
        new()
        {
            Id = "distribution",
            Tasks = Numbers,
            When = [Statements.Calibrated],
            Recommend = new("quantile", Deciles),
            Ideal = Ideals.Distribution,
            Avoids = [new("squared", "it says nothing of how far off it may be")],
            Because = "Three quantiles are the part of a calibrated distribution that one output a model can give.",
            Source = "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007, "
                + "doi:10.1198/016214506000001437",
            IsFinal = true,
        },
        new()
        {
            Id = "costs",
            Tasks = Numbers,
            When = [Statements.Costs],
            Recommend = new("quantile", Estimates.CostLevel),
            Alternatives = [new("expectile", Estimates.CostLevel)],
            Avoids = [new("squared", "it takes both sides for equally dear")],
            Because = "Where a unit too little and a unit too much cost differently, the cheapest prediction is the "
                + "quantile at their ratio; the expectile is where costs grow with the square.",
            Source = "T. Gneiting, Making and Evaluating Point Forecasts, 2011, doi:10.1198/jasa.2011.r10138",
            IsFinal = true,
        },
        new()
        {
            Id = "periodic",
            Tasks = [TaskKind.Regression],
            When = [Statements.Periodic],
            Recommend = new("squared"),
            Ideal = Ideals.Angle,
            Avoids = [new("squared on the angle itself", "359° and 1° count as far apart")],
            Note = "Train one model for the sine and one for the cosine of the angle, and take the arc tangent of "
                + "both.",
            Because = "Sine and cosine have no jump, and squared error of both is a distance on the circle.",
            Source = "K. V. Mardia, P. E. Jupp, Directional Statistics, 2000, doi:10.1002/9780470316979",
            IsFinal = true,
        },
        new()
        {
            Id = "metric-quantile",
            Tasks = Numbers,
            When = [MetricGoal.In("pinball", "d2-pinball")],
            Recommend = new("quantile", Estimates.MetricLevel),
            Because = "A model is judged best by the metric that it was trained for: the pinball loss is consistent "
                + "for its quantile alone.",
            Source = "T. Gneiting, Making and Evaluating Point Forecasts, 2011, doi:10.1198/jasa.2011.r10138",
            IsFinal = true,
        },
        new()
        {
            Id = "metric-median",
            Tasks = Numbers,
            When = [MetricGoal.In("mae", "median-absolute-error")],
            Recommend = new("absolute"),
            Alternatives = [new("huber", Estimates.HuberDelta), new("pseudo-huber", Estimates.HuberDelta)],
            Because = "The mean absolute error is least at the median; losses near it reach the same place with a "
                + "smoother gradient.",
            Source = "T. Gneiting, Making and Evaluating Point Forecasts, 2011, doi:10.1198/jasa.2011.r10138",
        },
        new()
        {
            Id = "metric-relative",
            Tasks = [TaskKind.Regression],
            When = [MetricGoal.In("mape", "msle"), Above(FactCatalogue.Minimum, 0)],
            Recommend = new("log-normal"),
            Alternatives = [new("gamma")],
            Avoids = [new("absolute-percentage", "it is least at predictions that are too low")],
            Because = "What counts are relative errors, and these are differences of logarithms.",
            Source = "C. Tofallis, A Better Measure of Relative Prediction Accuracy, 2015, doi:10.1057/jors.2014.103",
        },
        new()
        {
            Id = "metric-poisson",
            Tasks = [TaskKind.Counts],
            When = [MetricGoal.In("poisson-deviance")],
            Recommend = new("poisson"),
            Because = "Half the deviance is the loss, up to a constant.",
            Source = "J. A. Nelder, R. W. M. Wedderburn, Generalized Linear Models, 1972, doi:10.2307/2344614",
        },
        new()
        {
            Id = "metric-gamma",
            Tasks = [TaskKind.Regression],
            When = [MetricGoal.In("gamma-deviance"), Above(FactCatalogue.Minimum, 0)],
            Recommend = new("gamma"),
            Because = "Half the deviance is the loss, up to a constant.",
            Source = "P. McCullagh, J. A. Nelder, Generalized Linear Models, 1989, doi:10.1007/978-1-4899-3242-6",
        },
        new()
        {
            Id = "metric-tweedie-steep",
            Tasks = [TaskKind.Regression],
            When = [MetricGoal.AtPower(2.5), Above(FactCatalogue.Minimum, 0)],
            Recommend = new("inverse-gaussian"),
            Alternatives = [new("gamma")],
            Because = "At power 3 half the deviance is this loss, up to a constant.",
            Source = "B. Jørgensen, Exponential Dispersion Models, 1987, doi:10.1111/j.2517-6161.1987.tb01685.x",
        },
        new()
        {
            Id = "metric-tweedie-gamma",
            Tasks = [TaskKind.Regression],
            When = [MetricGoal.AtPower(2), Above(FactCatalogue.Minimum, 0)],
            Recommend = new("gamma"),
            Alternatives = [new("inverse-gaussian")],
            Because = "At power 2 half the deviance is this loss, up to a constant.",
            Source = "B. Jørgensen, Exponential Dispersion Models, 1987, doi:10.1111/j.2517-6161.1987.tb01685.x",
        },
        new()
        {
            Id = "metric-tweedie",
            Tasks = Numbers,
            When = [MetricGoal.In("tweedie-deviance", "d2-tweedie"), AtMost(FactCatalogue.NegativeShare, 0)],
            Recommend = new("tweedie", Estimates.MetricPower),
            Because = "Half the deviance is the loss, up to a constant.",
            Source = "B. Jørgensen, Exponential Dispersion Models, 1987, doi:10.1111/j.2517-6161.1987.tb01685.x",
        },
    ];
}
