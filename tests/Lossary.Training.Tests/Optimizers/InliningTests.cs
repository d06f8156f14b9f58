using System.Numerics;
using System.Runtime.Intrinsics;
using Lossary.Tests.Shared;

namespace Lossary.Training.Tests;

public sealed class InliningTests
{
    [Fact]
    public void No_call_remains_in_an_optimizers_loop()
    {
        RunKernels<float>();
        RunKernels<double>();
        IEnumerable<string> lost = InliningListener.LostInlinings()
            .Where(call => call.Contains("Lossary.", StringComparison.Ordinal) && InliningListener.IsOfWideLanes(call));
        Assert.True(!Vector256.IsHardwareAccelerated || !lost.Any(), string.Join('\n', lost));
    }

    private static void RunKernels<T>() where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] parameters = new T[40], gradients = new T[40];
        new Adam<T>(0.1) { AmsGrad = true }.Step(parameters, gradients);
        new Sgd<T>(0.1) { Nesterov = true, Momentum = 0.9 }.Step(parameters, gradients);
        new Adagrad<T>().Step(parameters, gradients);
        new RmsProp<T> { Centered = true, Momentum = 0.9 }.Step(parameters, gradients);
        new Adamax<T>().Step(parameters, gradients);
        new NAdam<T>().Step(parameters, gradients);
        new RAdam<T>().Step(parameters, gradients);
        new Adadelta<T>().Step(parameters, gradients);
        new Rprop<T>().Step(parameters, gradients);
        new AveragedSgd<T>().Step(parameters, gradients);
        GradientClipping.ByValue<T>(gradients, 1);
        Network<T> network = new(3, [new Dense<T>(3, 5)], seed: 0);
        new Penalty(1, 1).AddGradient(network);
    }
}
