using Lossary.Training;

namespace Lossary.Benchmarks;

/// <summary>Steps of optimizers over ten million parameters, as <c>peers/optimizers_torch.py</c> takes them.</summary>
internal static class OptimizerGroup
{
    private static readonly (string Name, Func<Optimizer<float>> Create)[] Optimizers =
    [
        ("sgd", () => new Sgd<float>(1e-3)),
        ("momentum", () => new Sgd<float>(1e-3) { Momentum = 0.9 }),
        ("adagrad", () => new Adagrad<float>(1e-3)),
        ("rmsprop", () => new RmsProp<float>(1e-3)),
        ("adam", () => new Adam<float>(1e-3)),
        ("adamw", () => new AdamW<float>(1e-3)),
    ];

    /// <summary>Each optimizer.</summary>
    public static IEnumerable<Measurement> All()
    {
        foreach ((string name, Func<Optimizer<float>> create) in Optimizers)
        {
            CallTime time = StopwatchTimer.Measure(new OptimizerCase(create()).Step);
            yield return new($"{name}/1e7", time.Median / 1e6, "ms", time.Fastest / 1e6, time.Bytes);
        }
    }
}
