using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tests.Shared;
using Lane = Lossary.Numerics.Dual<Lossary.Numerics.Scalar<double>>;

namespace Lossary.Conformance;

/// <summary>Elementary functions, sums and losses of which the corpus knows every digit.</summary>
internal static class ExactFunctions
{
    /// <summary>What a case says besides results.</summary>
    public static IReadOnlyCollection<string> Remarks { get; } = ["condition"];

    /// <summary>Each operation as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>([.. Functions(), .. Losses(), .. Sums()]);

    private static Dictionary<string, Func<GoldenCase, Results>> Functions() => new()
    {
        ["exp"] = c => Each(c, Lane.Exp),
        ["expm1"] = c => Each(c, RealFunctions.ExpM1, RealFunctions.Exp),
        ["log"] = c => Each(c, Lane.Log),
        ["log1p"] = c => Each(c, Lane.Log1P),
        ["sqrt"] = c => Each(c, Lane.Sqrt),
        ["erf"] = c => Each(c, RealFunctions.Erf, x => 2 / Math.Sqrt(Math.PI) * Gaussian(x)),

        // 1 − tanh² and σ (1 − σ) would have no digit left where the function is flat.
        ["tanh"] = c => Each(c, RealFunctions.Tanh, x => 4 * SigmoidSlope(2 * x)),
        ["sigmoid"] = c => Each(c, RealFunctions.Sigmoid, SigmoidSlope),
        ["softplus"] = c => Each(c, x => Lane.Softplus(x, out _)),
        ["log_sigmoid"] = c => Each(c, x => -Lane.Softplus(-x, out _)),
        ["lgamma"] = c => Each(c, Lane.LogGamma),
        ["digamma"] = c => Each(c, Lane.Digamma),
        ["logit"] = c => Each(c, x => Lane.Log(x) - Lane.Log1P(-x)),
        ["xlogx"] = c => Each(c, x => x * RealFunctions.Log(x), LogOfMultipleOfE),
        ["binary_entropy"] = c => Each(c, x => -((x * Lane.Log(x)) + ((1 - x) * Lane.Log1P(-x)))),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Losses() => new()
    {
        ["bce_logits_y0"] = c => Each(c, Library.Sample("binary-cross-entropy"), 0),
        ["bce_logits_y0.25"] = c => Each(c, Library.Sample("binary-cross-entropy"), 0.25),
        ["bce_logits_y1"] = c => Each(c, Library.Sample("binary-cross-entropy"), 1),
        ["bce_prob_y0"] = c => Each(c, Library.Sample("binary-cross-entropy-on-probabilities", -1000, 1e-300), 0),
        ["bce_prob_y1"] = c => Each(c, Library.Sample("binary-cross-entropy-on-probabilities", -1000, 1e-300), 1),
        ["focal_logits_g2_y1"] = c => Each(c, Library.Sample("binary-focal", 2, 0.25, 0), 1),
        ["soft_margin_y1"] = c => Each(c, Library.Sample("logistic"), 1),
        ["exponential_y1"] = c => Each(c, Library.Sample("exponential", 1), 1),
        ["log_cosh"] = c => Each(c, Library.Sample("log-cosh"), 0),
        ["pseudo_huber_d1"] = c => Each(c, Library.Sample("pseudo-huber", 1), 0),
        ["cross_entropy"] = c => CrossEntropy(c, 0),
        ["cross_entropy_smoothing"] = c => CrossEntropy(c, c.Argument("label_smoothing", 0)),
        ["mse_mean"] = c => Whole(new SampleProbe(Library.Sample("squared"), false)
            .Evaluate(TorchLosses.Inputs(c), Reduction.Mean).Totals.Mean),
        ["kl_divergence"] = c => Whole(new SampleProbe(Library.Sample("reverse-kullback-leibler"), false)
            .Evaluate(TorchLosses.Inputs(c, "p", "q"), Reduction.Sum).Totals.Sum),
    };

    private static Dictionary<string, Func<GoldenCase, Results>> Sums() => new()
    {
        ["sum"] = c =>
        {
            CompensatedSum sum = default;
            foreach (double number in c.Inputs["input"].Data)
            {
                sum.Add(number);
            }

            return Whole(sum.Total);
        },
        ["variance_population"] = c => Whole(Numerics.Sums.Variance(c.Inputs["input"].Data)),
        ["logsumexp"] = c =>
            Whole(Numerics.Sums.LogSumExp(c.Inputs["input"].Data)).Add(
                "grad_elementwise", c.Inputs["input"].Shape, Probabilities(c.Inputs["input"].Data)),
    };

    private static Results Whole(double number) => new Results().Add("value.none", number);

    /// <summary>e^(−x²), with what x² loses by rounding.</summary>
    private static double Gaussian(double x)
    {
        double square = x * x, lost = Math.FusedMultiplyAdd(x, x, -square);
        return RealFunctions.Exp(-square) * (1 - lost);
    }

    /// <summary>ln x + 1, also near 1/e, where the two cancel: there it is ln(1 + (e x − 1)).</summary>
    private static double LogOfMultipleOfE(double x)
    {
        const double LowPartOfE = 1.4456468917292502e-16;
        return x is > 0.2 and < 0.6
            ? RealFunctions.Log1P(Math.FusedMultiplyAdd(x, Math.E, -1) + (x * LowPartOfE))
            : RealFunctions.Log(x) + 1;
    }

    private static double SigmoidSlope(double x) => RealFunctions.Sigmoid(x) * RealFunctions.Sigmoid(-x);

    /// <summary>The softmax: what cross entropy's gradient is at each class that is not the target.</summary>
    private static double[] Probabilities(double[] scores)
    {
        double[] ofOthers = Gradient(scores.Length - 1), ofLast = Gradient(0);
        return [.. ofOthers[..^1], ofLast[^1]];

        double[] Gradient(int target) => new ClassProbe(Library.OfClasses("cross-entropy", 0), false)
            .Evaluate(new ClassInputs(scores, scores.Length) { Targets = [target] }, Reduction.Sum).Gradient;
    }

    /// <summary>A function of each element and its derivative.</summary>
    private static Results Each(GoldenCase golden, Func<double, double> function, Func<double, double> slope)
    {
        GoldenTensor input = golden.Inputs["input"];
        return new Results()
            .Add("value.none", input.Shape, [.. input.Data.Select(function)])
            .Add("grad_elementwise", input.Shape, [.. input.Data.Select(slope)]);
    }

    /// <summary>A function of each element, and its derivative, by the library's dual lanes.</summary>
    private static Results Each(GoldenCase golden, Func<Lane, Lane> function)
    {
        GoldenTensor input = golden.Inputs["input"];
        Lane[] found = [.. input.Data.Select(x => function(Lane.Variable(new Scalar<double>(x))))];
        return new Results()
            .Add("value.none", input.Shape, [.. found.Select(lane => lane.Value.Number)])
            .Add("grad_elementwise", input.Shape, [.. found.Select(lane => lane.Slope.Number)]);
    }

    /// <summary>A loss of each element against one target.</summary>
    private static Results Each(GoldenCase golden, ISampleLoss loss, double target)
    {
        GoldenTensor input = golden.Inputs["input"];
        SampleInputs inputs = new(input.Data, [.. input.Data.Select(_ => target)]);
        SampleOutcome found = new SampleProbe(loss, golden.IsSingle).Evaluate(inputs, Reduction.Sum);
        return new Results()
            .Add("value.none", input.Shape, found.Values)
            .Add("grad_elementwise", input.Shape, found.Gradient);
    }

    private static Results CrossEntropy(GoldenCase golden, double smoothing)
    {
        GoldenTensor scores = golden.Inputs["input"];
        ClassInputs inputs = new(scores.Data, scores.Shape[1])
        {
            Targets = [.. golden.Inputs["target"].Data.Select(number => (int)number)],
        };
        ClassProbe probe = new(Library.OfClasses("cross-entropy", smoothing), isSingle: false);
        SampleOutcome found = probe.Evaluate(inputs, Reduction.Sum);
        return Whole(found.Totals.Sum).Add("grad_elementwise", scores.Shape, found.Gradient);
    }
}
