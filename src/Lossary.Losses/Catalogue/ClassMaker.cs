using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>Makes losses of rows of scores.</summary>
internal sealed class ClassMaker<TLoss>(Func<double[], TLoss> make, Func<TLoss, Symbol> formula) : LossMaker
    where TLoss : struct, IClassLoss<TLoss>, IDocumentedLoss
{
    public override ILoss Make(LossCard card, double[] parameters, string name)
    {
        TLoss loss = make(parameters);
        return new NamedClassLoss<TLoss>(loss, card, loss.Traits, name);
    }

    public override LossTraits Traits(LossCard card) => make(card.Defaults()).Traits;

    public override string Formula(LossCard card) => formula(make(card.Defaults())).Latex;
}
