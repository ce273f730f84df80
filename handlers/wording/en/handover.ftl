# A duty passed on to a successor.

command-handover = Hand over a duty
command-handover-words = handover
duty-name = { $campaign }: { $place }, { $role }
former = Hello. Your duties here have ended or been handed over; this account can no longer see or fill in anything. If you have questions, please ask your coordinator; if you are given a new invitation link, open it, or send: /start CODE

handover-which = Which duty is to be handed over?
handover-own = { $place }, { $role } (your own)
handover-not-yours = Nothing was done: this duty is not yours to hand over, or it has ended. Send /handover for those that are.
handover-places = Choose the unit (page { $page } of { $of }), or send: handover NAME
handover-no-place = There is no “{ $said }” that you could hand over. Send /handover to look.
handover-place = <b>{ $name }</b>
handover-holder = · { $role }: { $who }
handover-nobody = There is no liaison.

handover-name = Hand over { $duty }
    Please type the successor’s name; a telephone may follow it.
handover-name-again = That is no name (at most 20 characters; the telephone after it, with a space between).
    Hand over { $duty }
    Please type the successor’s name.
handover-card = <b>Handover</b>
    { $duty }
    From: { $old }
    To: { $name }
    Once you confirm you get a one-time link to forward to the successor, valid for 7 days. When they open it, the former account can no longer see or fill in anything; the draft, what was reported and its history stay with the unit.
handover-yes-words = yes|confirm|hand over
handover-forward = ✓ Please forward the next message to { $name } in person. You will be told when they have taken over; /handover shows or cancels it.
handover-link = <b>Handover</b>
    { $name }, please take over { $duty }.
    Opening this link does it: { $link }
    Or send the bot: /start { $code }
    It works once, until { $until }.
handover-pending = { $duty }
    is on its way to { $name }; the link is valid until { $until } and has not been used.
handover-cancelled = ✓ The handover is cancelled, the link is void, the duty stays as it is.
handover-no-link = There is no handover to cancel.

handover-take = Take over { $duty }?
handover-taken = ✓ You have taken over { $duty }.
handover-used = This handover link has been used already. If it was not you who used it, please tell the coordinator at once.
handover-void = This handover link is void (cancelled, made anew, or the duty has changed). Please ask for a new one.
handover-expired = This handover link has expired. Please ask for a new one.
handover-own-link = This is your own duty; please forward the link to your successor.
handover-held = You have this duty already; there is nothing to take over.
handover-foreign = The successor of this name and telephone is bound to another account: please open the link with that one, or have a link made with the right telephone.
handover-relieved = { $duty } has been taken over by { $name }; your part in it ends here. Thank you for your work.
handover-told = { $duty } has been taken over by { $name } (before: { $old }).

handover-stop = End { $name }’s duty at once: { $duty }?
    The account can no longer see or fill in anything then; the draft, what was reported and its history stay with the unit.
handover-stopped = ✓ { $name } no longer has the duty { $duty }.
handover-stopped-you = Your duty { $duty } was ended by { $by }. If you have questions, please ask your coordinator.

button-handover-units = Units of the region
button-handover-before = Previous page
button-handover-next = Next page
button-handover-on = Hand over: { $name }, { $role }
button-handover-stop = End at once: { $name }
button-handover-stop-confirm = Yes, end it
button-handover-appoint = Name a successor
button-handover-name = Name a { $role }
button-handover-confirm = Hand over
button-handover-cancel = Cancel the handover
button-handover-again = Make it anew
button-handover-take = Take over
