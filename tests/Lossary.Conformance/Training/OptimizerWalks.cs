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

    private static Adam<T> Adam<T>(GoldenCase golden) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] betas = golden.TryArgument("betas", out JsonElement pair)
            ? [pair[0].GetDouble(), pair[1].GetDouble()]
            : [0.9, 0.999];
        return new(golden.Argument("lr", 1e-3))
        {
            Beta1 = betas[0],
            Beta2 = betas[1],
            Epsilon = golden.Argument("eps", 1e-8),
            WeightDecay = golden.Argument("weight_decay", 0),
            AmsGrad = golden.Argument("amsgrad", 0) != 0,
            Maximize = golden.Argument("maximize", 0) != 0,
        };
    }

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
}
