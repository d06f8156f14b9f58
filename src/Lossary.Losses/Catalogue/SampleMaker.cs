using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Makes losses of one prediction and one target.</summary>
internal sealed class SampleMaker<TLoss>(Func<double[], TLoss> make, Func<TLoss, Symbol> formula) : LossMaker
    where TLoss : struct, ISampleLoss<TLoss>, IDocumentedLoss
{
    public override ILoss Make(LossCard card, double[] parameters, string name)
    {
        TLoss loss = make(parameters);
        return new SampleLoss<TLoss>(loss, card, loss.Traits, name);
    }

    public override LossTraits Traits(LossCard card) => make(card.Defaults()).Traits;

    public override string Formula(LossCard card) => formula(make(card.Defaults())).Latex;
}
