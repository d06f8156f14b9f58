using System.Numerics;
using System.Text.Json;
using Lossary.Tests.Shared;
using Lossary.Training;

namespace Lossary.Conformance;

/// <summary>PyTorch's optimizers, step by step, on the three problems of tests/golden/README.md.</summary>
internal static class OptimizerWalks
{
    /// <summary>What a case says besides the walk.</summary>
    public static IReadOnlyCollection<string> Remarks { get; } = ["sensitivity"];

    /// <summary>Each optimizer as this library has it.</summary>
    public static IReadOnlyDictionary<string, Func<GoldenCase, Results>> Operations { get; } =
        new Dictionary<string, Func<GoldenCase, Results>>
        {
            ["SGD"] = c => c.IsSingle ? Walk(c, Sgd<float>(c)) : Walk(c, Sgd<double>(c)),
            ["Adam"] = c => c.IsSingle ? Walk(c, Adam<float>(c)) : Walk(c, Adam<double>(c)),
            ["AdamW"] = c => c.IsSingle ? Walk(c, AdamW<float>(c)) : Walk(c, AdamW<double>(c)),
            ["Adagrad"] = c => c.IsSingle ? Walk(c, Adagrad<float>(c)) : Walk(c, Adagrad<double>(c)),
            ["RMSprop"] = c => c.IsSingle ? Walk(c, RmsProp<float>(c)) : Walk(c, RmsProp<double>(c)),
            ["Adadelta"] = c => c.IsSingle ? Walk(c, Adadelta<float>(c)) : Walk(c, Adadelta<double>(c)),
            ["Adamax"] = c => c.IsSingle ? Walk(c, Adamax<float>(c)) : Walk(c, Adamax<double>(c)),
            ["NAdam"] = c => c.IsSingle ? Walk(c, NAdam<float>(c)) : Walk(c, NAdam<double>(c)),
            ["RAdam"] = c => c.IsSingle ? Walk(c, RAdam<float>(c)) : Walk(c, RAdam<double>(c)),
            ["Rprop"] = c => c.IsSingle ? Walk(c, Rprop<float>(c)) : Walk(c, Rprop<double>(c)),
            ["LBFGS"] = c => c.IsSingle ? Search<float>(c) : Search<double>(c),
            ["ASGD"] = c => c.IsSingle ? Walk(c, AveragedSgd<float>(c)) : Walk(c, AveragedSgd<double>(c)),
        };

    private static Sgd<T> Sgd<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(golden.Argument("lr", 1e-3))
        {
            Momentum = golden.Argument("momentum", 0),
            Dampening = golden.Argument("dampening", 0),
            WeightDecay = golden.Argument("weight_decay", 0),
            Nesterov = golden.Argument("nesterov", 0) != 0,
            Maximize = golden.Argument("maximize", 0) != 0,
        };

    private static Adam<T> Adam<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(golden.Argument("lr", 1e-3))
        {
            Beta1 = Betas(golden)[0],
            Beta2 = Betas(golden)[1],
            Epsilon = golden.Argument("eps", 1e-8),
            WeightDecay = golden.Argument("weight_decay", 0),
            AmsGrad = golden.Argument("amsgrad", 0) != 0,
            Maximize = golden.Argument("maximize", 0) != 0,
        };

    private static AdamW<T> AdamW<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(golden.Argument("lr", 1e-3))
        {
            Beta1 = Betas(golden)[0],
            Beta2 = Betas(golden)[1],
            Epsilon = golden.Argument("eps", 1e-8),
            WeightDecay = golden.Argument("weight_decay", 0.01),
            AmsGrad = golden.Argument("amsgrad", 0) != 0,
            Maximize = golden.Argument("maximize", 0) != 0,
        };

    private static Adagrad<T> Adagrad<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(golden.Argument("lr", 1e-2))
        {
            RateDecay = golden.Argument("lr_decay", 0),
            InitialSum = golden.Argument("initial_accumulator_value", 0),
            Epsilon = golden.Argument("eps", 1e-10),
            WeightDecay = golden.Argument("weight_decay", 0),
            Maximize = golden.Argument("maximize", 0) != 0,
        };

    private static RmsProp<T> RmsProp<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(golden.Argument("lr", 1e-2))
        {
            Alpha = golden.Argument("alpha", 0.99),
            Epsilon = golden.Argument("eps", 1e-8),
            Momentum = golden.Argument("momentum", 0),
            Centered = golden.Argument("centered", 0) != 0,
            WeightDecay = golden.Argument("weight_decay", 0),
            Maximize = golden.Argument("maximize", 0) != 0,
        };

    private static Adadelta<T> Adadelta<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(golden.Argument("lr", 1))
        {
            Rho = golden.Argument("rho", 0.9),
            Epsilon = golden.Argument("eps", 1e-6),
            WeightDecay = golden.Argument("weight_decay", 0),
            Maximize = golden.Argument("maximize", 0) != 0,
        };

    private static Adamax<T> Adamax<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(golden.Argument("lr", 2e-3))
        {
            Beta1 = Betas(golden)[0],
            Beta2 = Betas(golden)[1],
            Epsilon = golden.Argument("eps", 1e-8),
            WeightDecay = golden.Argument("weight_decay", 0),
            Maximize = golden.Argument("maximize", 0) != 0,
        };

    private static NAdam<T> NAdam<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(golden.Argument("lr", 2e-3))
        {
            Beta1 = Betas(golden)[0],
            Beta2 = Betas(golden)[1],
            Epsilon = golden.Argument("eps", 1e-8),
            WeightDecay = golden.Argument("weight_decay", 0),
            MomentumDecay = golden.Argument("momentum_decay", 4e-3),
        };

    private static RAdam<T> RAdam<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(golden.Argument("lr", 1e-3))
        {
            Beta1 = Betas(golden)[0],
            Beta2 = Betas(golden)[1],
            Epsilon = golden.Argument("eps", 1e-8),
            WeightDecay = golden.Argument("weight_decay", 0),
        };

    private static Rprop<T> Rprop<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(golden.Argument("lr", 1e-2))
        {
            Shrinkage = Pair(golden, "etas", 0.5, 1.2)[0],
            Growth = Pair(golden, "etas", 0.5, 1.2)[1],
            LeastStep = Pair(golden, "step_sizes", 1e-6, 50)[0],
            LargestStep = Pair(golden, "step_sizes", 1e-6, 50)[1],
            Maximize = golden.Argument("maximize", 0) != 0,
        };

    private static AveragedSgd<T> AveragedSgd<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T> =>
        new(golden.Argument("lr", 1e-2))
        {
            Lambda = golden.Argument("lambd", 1e-4),
            Alpha = golden.Argument("alpha", 0.75),
            Start = golden.Argument("t0", 1e6),
            WeightDecay = golden.Argument("weight_decay", 0),
        };

    private static double[] Betas(GoldenCase golden) => Pair(golden, "betas", 0.9, 0.999);

    private static double[] Pair(GoldenCase golden, string name, double first, double second) =>
        golden.TryArgument(name, out JsonElement pair) ? [pair[0].GetDouble(), pair[1].GetDouble()] : [first, second];

    private static Results Walk<T>(GoldenCase golden, Optimizer<T> optimizer)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        OptimizerProblem problem = OptimizerProblem.Of(golden);
        T[] x = Precision.To<T>(golden.Inputs["params0"].Data);
        int steps = (int)golden.Argument("steps", 1);
        List<double> walked = [], losses = [];
        for (int step = 0; step < steps; step++)
        {
            double[] at = Precision.Widen(x);
            losses.Add(problem.Value(at));
            optimizer.Step(x, Precision.To<T>(problem.Gradient(at, step)));
            walked.AddRange(Precision.Widen(x));
        }

        return new Results()
            .Add("params", [steps, x.Length], [.. walked])
            .Add("loss_before_step", [steps], [.. losses]);
    }

    /// <summary>An optimizer that asks for the objective by itself.</summary>
    private static Results Search<T>(GoldenCase golden)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Lbfgs<T> search = new(golden.Argument("lr", 1))
        {
            MaxIterations = (int)golden.Argument("max_iter", 20),
            MaxEvaluations = (int)golden.Argument("max_eval", 25),
            GradientTolerance = golden.Argument("tolerance_grad", 1e-7),
            ChangeTolerance = golden.Argument("tolerance_change", 1e-9),
            HistorySize = (int)golden.Argument("history_size", 100),
            SearchesLine = golden.TryArgument("line_search_fn", out JsonElement name) && name.ValueKind == JsonValueKind.String,
        };
        OptimizerProblem problem = OptimizerProblem.Of(golden);
        T[] x = Precision.To<T>(golden.Inputs["params0"].Data);
        int steps = (int)golden.Argument("steps", 1);
        List<double> walked = [], losses = [];
        for (int step = 0; step < steps; step++)
        {
            losses.Add(search.Step(x, (at, gradient) =>
            {
                double[] place = Precision.Widen(at.ToArray());
                Precision.To<T>(problem.Gradient(place, step)).CopyTo(gradient);
                return problem.Value(place);
            }));
            walked.AddRange(Precision.Widen(x));
        }

        return new Results()
            .Add("params", [steps, x.Length], [.. walked])
            .Add("loss_before_step", [steps], [.. losses])
            .Add("closure_calls", search.Evaluations);
    }
}
